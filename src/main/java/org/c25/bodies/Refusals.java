package org.c25.bodies;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import org.c25.web.ErrorPages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Tells why a body is not taken, as a problem or a page, while its rest may still be on its way. */
final class Refusals {

    /** What people read who take part, in their language. */
    private static final Map<Integer, String> WORDS = Map.of(
            HttpStatus.CONTENT_TOO_LARGE.value(), "error.body.long",
            HttpStatus.REQUEST_TIMEOUT.value(), "error.body.slow",
            HttpStatus.SERVICE_UNAVAILABLE.value(), "error.body.busy");

    private Refusals() {}

    /** The client has all of the answer when this returns. The connection closes when the request ends. */
    static void answer(HttpServletRequest request, HttpServletResponse response, BodyRefused why)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        int status = why.getStatusCode().value();
        response.setHeader(HttpHeaders.CONNECTION, "close");
        why.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (status == HttpStatus.UNAUTHORIZED.value() && !Paths.isApi(request)) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/sign-in");
        } else {
            writeError(request, response, status, why);
        }
        end(response);
    }

    private static void writeError(
            HttpServletRequest request, HttpServletResponse response, int status, BodyRefused why)
            throws IOException, ServletException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, why);
        if (Paths.isParticipants(request)) {
            request.setAttribute(ErrorPages.DETAIL, WORDS.get(status));
        }
        try {
            // Wrapped, it is not held back until the request ends (setSuspendWrappedResponseAfterForward).
            request.getRequestDispatcher("/error")
                    .forward(new OfError(request), new HttpServletResponseWrapper(response));
        } finally {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION); // Tomcat would take it for a crash.
        }
    }

    /** The client has all that has been written, and knows it. */
    static void end(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException e) {
            response.getWriter().close(); // The page was written as text.
        }
    }

    /** The rules of access let an error be told to everybody, by this type. */
    private static final class OfError extends HttpServletRequestWrapper {

        OfError(HttpServletRequest request) {
            super(request);
        }

        /** Nobody answers a TRACE, but its page can be told. */
        @Override
        public String getMethod() {
            return super.getMethod().equals("TRACE") ? "GET" : super.getMethod();
        }

        @Override
        public DispatcherType getDispatcherType() {
            return DispatcherType.ERROR;
        }
    }
}
