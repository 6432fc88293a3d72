package org.c25.bodies;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The settings for how long bodies may take, and how many uploads are taken at once.
 *
 * @param headTime the time within which the head of a request has to be there
 * @param time the time within which a short body has to be there; a longer one gets more, by its size and the least
 *     rate
 * @param leastRate the bytes that have to come in a second
 * @param stall the time over which the rate of an upload is taken: in each such span of waiting, as much has to come
 * @param uploadsAtOnce how many uploads this node takes at once
 * @param uploadFolder the folder in which uploads are kept while they are taken
 */
@ConfigurationProperties("c25.bodies")
record BodySettings(
        Duration headTime, Duration time, DataSize leastRate, Duration stall, int uploadsAtOnce, Path uploadFolder) {

    /** Returns the time that a body of so many bytes may take in all. */
    Duration timeFor(long bytes) {
        return time.plusMillis(bytes * 1000 / leastRate.toBytes());
    }
}
