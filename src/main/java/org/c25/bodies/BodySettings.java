package org.c25.bodies;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a body may take.
 *
 * @param headTime in which the head of a request has to be there
 * @param time in which a short body has to be there; a longer one gets more, by its size and the least rate
 * @param leastRate the bytes that have to come in a second
 * @param stall over which the rate of an upload is taken: in each such span of waiting, as much has to come
 * @param uploadsAtOnce how many uploads this node takes at once
 * @param uploadFolder where uploads lie while they are taken
 */
@ConfigurationProperties("c25.bodies")
record BodySettings(
        Duration headTime, Duration time, DataSize leastRate, Duration stall, int uploadsAtOnce, Path uploadFolder) {

    /** How long a body of so many bytes may take in all. */
    Duration timeFor(long bytes) {
        return time.plusMillis(bytes * 1000 / leastRate.toBytes());
    }
}
