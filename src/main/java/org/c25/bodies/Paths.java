package org.c25.bodies;

import jakarta.servlet.http.HttpServletRequest;

/** A request's path below the application. */
final class Paths {

    private Paths() {}

    static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /**
     * Whether the request is from a participant's page or program: its address is below {@code /p} or
     * {@code /api/v1/participant}.
     */
    static boolean isParticipants(HttpServletRequest request) {
        String path = of(request);
        return path.startsWith("/p/") || path.startsWith("/api/v1/participant/") || path.equals("/api/v1/participant");
    }

    /** Whether the answer goes to a program, not to a person. */
    static boolean isApi(HttpServletRequest request) {
        String path = of(request);
        return path.startsWith("/api/") || path.matches("/p/[^/]+/api/.*");
    }
}
