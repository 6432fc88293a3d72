package org.c25.waiting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.c25.recruiting.Queued;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** Prepares the response with the page of somebody whose turn for a slot has not come. */
final class QueuePage {

    /**
     * The longest time after which the page asks again: with a longer one, people would wait longer than they have to.
     */
    private static final long MOST_SECONDS = 30;

    private QueuePage() {}

    /** Tells how long the wait is, and leads on to the next page after it. */
    static void wait(
            Duration wait, String next, HttpServletRequest request, HttpServletResponse response, Model model) {
        long seconds = Queued.seconds(wait);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.setHeader("Refresh", Math.min(MOST_SECONDS, seconds) + ";url=" + request.getContextPath() + next);
        model.addAttribute("minutes", (seconds + 59) / 60);
    }
}
