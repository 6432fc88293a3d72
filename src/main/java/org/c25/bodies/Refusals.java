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

/**
 * Answers a request whose body is not taken, with a problem or a page, while the rest of the body may still be coming.
 */
final class Refusals {

    /** The message keys of what participants read, by HTTP status. */
    private static final Map<Integer, String> WORDS = Map.of(
            HttpStatus.CONTENT_TOO_LARGE.value(), "error.body.long",
            HttpStatus.REQUEST_TIMEOUT.value(), "error.body.slow",
            HttpStatus.SERVICE_UNAVAILABLE.value(), "error.body.busy");

    private Refusals() {}

    /** Sends the answer. The client has all of it when this returns. The connection closes when the request ends. */
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
            // Tomcat does not hold back a wrapped response until the request ends
            // (setSuspendWrappedResponseAfterForward).
            request.getRequestDispatcher("/error")
                    .forward(new OfError(request), new HttpServletResponseWrapper(response));
        } finally {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION); // Tomcat would take it for a crash.
        }
    }

    /** Ends the response, so that the client has all that has been written, and knows it. */
    static void end(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException e) {
            response.getWriter().close(); // The page was written as text.
        }
    }

    /** A request of the dispatcher type ERROR, since the rules of access let everybody see an error page. */
    private static final class OfError extends HttpServletRequestWrapper {

        OfError(HttpServletRequest request) {
            super(request);
        }

        /** Returns GET for TRACE: no handler answers a TRACE, but its error page can be shown. */
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
