package org.c25.enrolment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.c25.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** 429: many people take places at the moment, and somebody's turn comes a little later. Nothing is stored of them. */
class Queued extends Problem {

    /** A page that is told to look again more often costs more than it gains. */
    private static final long MOST_SECONDS = 30;

    private final Duration wait;

    Queued(Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "Many people are arriving at the moment. Your turn comes in about " + seconds(wait)
                        + " seconds: send the same request again then.");
        this.wait = wait;
        getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(wait)));
    }

    /** Until the person's turn comes, as things stand. */
    Duration waiting() {
        return wait;
    }

    /** Rounded up, and at least one. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** On the page of who waits: how long it takes; it leads on then. */
    static void tell(Duration wait, String next, HttpServletResponse response, Model model) {
        long seconds = seconds(wait);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.setHeader("Refresh", Math.min(MOST_SECONDS, seconds) + ";url=" + next);
        model.addAttribute("minutes", (seconds + 59) / 60);
    }
}
