package org.c25.mail;

import java.time.Duration;
import org.c25.common.GrowingPause;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings for sending e-mails; those of the server are in {@code spring.mail}.
 *
 * @param from the sender's address, also with a name: {@code Faces lab <faces@example.org>}; empty if there is none
 * @param interval the pause between two looks at the queue
 * @param pause the pause after a first failed attempt; it doubles with each
 * @param longestPause the longest pause to which it grows
 * @param attempts how many attempts are made before an e-mail counts as failed
 * @param lease how long an attempt keeps others from making one; longer than the longest attempt
 */
@ConfigurationProperties("c25.mail")
public record MailSettings(
        String from, Duration interval, Duration pause, Duration longestPause, int attempts, Duration lease) {

    /**
     * Returns the pause after a failed attempt.
     *
     * @param failed how many attempts have failed, from 1
     */
    public Duration pauseAfter(int failed) {
        return new GrowingPause(pause, longestPause).after(failed);
    }
}
