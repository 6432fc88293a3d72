package org.c25.recruiting;

import java.time.Duration;
import org.c25.common.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The problem 429: many people take slots at the moment, and somebody's turn comes a little later. Nothing is stored of
 * them.
 */
public class Queued extends Problem {

    private final Duration wait;

    Queued(Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "Many people are arriving at the moment. Your turn comes in about " + seconds(wait)
                        + " seconds: send the same request again then.");
        this.wait = wait;
        getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(wait)));
    }

    /** Returns the time until the person's turn comes, as things stand. */
    public Duration waiting() {
        return wait;
    }

    /** Returns the time in seconds, rounded up, and at least one. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
