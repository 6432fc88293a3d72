package org.c25.studies;

import java.time.Instant;

/**
 * A study as others see it.
 *
 * @param consentVersion which of the study's consent texts is the present one, from 1
 */
public record StudyView(long id, long ownerId, Protocol protocol, int consentVersion, Instant createdAt) {

    public String name() {
        return protocol.name();
    }
}
