package org.c25.bodies;

import org.c25.common.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problem of a body that is not taken, or not to its end. */
final class BodyRefused extends Problem {

    private static final long serialVersionUID = 1;

    private static final String RETRY_SECONDS = "60";

    private BodyRefused(HttpStatus status, String detail) {
        super(status, detail);
    }

    static BodyRefused tooLong(long most) {
        return new BodyRefused(
                HttpStatus.CONTENT_TOO_LARGE,
                "What was sent is too long: this address takes at most " + most / 1024 + " kB.");
    }

    static BodyRefused tooManyFields(int most) {
        return new BodyRefused(
                HttpStatus.CONTENT_TOO_LARGE, "What was sent has too many fields: a form has at most " + most + ".");
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(
                HttpStatus.REQUEST_TIMEOUT,
                "What was sent came too slowly, and nothing of it was stored. Send it again.");
    }

    static BodyRefused stranger() {
        return new BodyRefused(HttpStatus.UNAUTHORIZED, "Sign in first: so much is taken only from people known here.");
    }

    static BodyRefused noFilesHere() {
        return new BodyRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "This address takes no files (multipart): send JSON to the API, and a page's form as it is.");
    }

    /** Refuses TRACE, which would show a page's script the cookies that no script may read. */
    static BodyRefused trace() {
        BodyRefused trace = new BodyRefused(HttpStatus.METHOD_NOT_ALLOWED, "The server takes no TRACE.");
        trace.getHeaders().set(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        return trace;
    }

    static BodyRefused malformed() {
        return new BodyRefused(HttpStatus.BAD_REQUEST, "The form is not encoded as application/x-www-form-urlencoded.");
    }

    static BodyRefused busy() {
        BodyRefused busy = new BodyRefused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The server takes as much at present as it can, and nothing of this was stored. Send it again in a minute.");
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return busy;
    }
}
