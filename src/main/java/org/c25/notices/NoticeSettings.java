package org.c25.notices;

import java.time.Duration;
import java.util.List;
import org.c25.common.GrowingPause;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings for notices to staff.
 *
 * @param look the pause between two looks at the sets
 * @param flags the least time between two counts of a set's flags
 * @param digest the least time between two notices of a kind and a set
 * @param interval the pause between two looks at the queue
 * @param patience how long a webhook is waited for; shorter than the lease
 * @param pause the pause after a first failed attempt; it doubles with each
 * @param longestPause the longest pause to which it grows
 * @param attempts how many attempts are made before a notice counts as failed
 * @param lease how long an attempt keeps others from making one; longer than the longest attempt
 * @param inOwnNetwork the hosts of webhooks that may be asked wherever they are, and by http, too
 */
@ConfigurationProperties("c25.notices")
record NoticeSettings(
        Duration look,
        Duration flags,
        Duration digest,
        Duration interval,
        Duration patience,
        Duration pause,
        Duration longestPause,
        int attempts,
        Duration lease,
        List<String> inOwnNetwork) {

    GrowingPause pauses() {
        return new GrowingPause(pause, longestPause);
    }
}
