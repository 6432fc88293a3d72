package org.c25.studies;

import java.time.Instant;

/** A study as others see it. */
public record StudyView(long id, long ownerId, Protocol protocol, Instant createdAt) {

    public String name() {
        return protocol.name();
    }
}
