package org.c25.waiting;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.c25.recruiting.Queued;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The page of somebody whose turn for a place has not come, as an answer. */
final class QueuePage {

    /** A page that is told to look again less often keeps people longer than it has to. */
    private static final long MOST_SECONDS = 30;

    private QueuePage() {}

    /** Tells how long it takes, and leads on then. */
    static void wait(Duration wait, String next, HttpServletResponse response, Model model) {
        long seconds = Queued.seconds(wait);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.setHeader("Refresh", Math.min(MOST_SECONDS, seconds) + ";url=" + next);
        model.addAttribute("minutes", (seconds + 59) / 60);
    }
}
