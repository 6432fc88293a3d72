package org.c25.recruiting;

import org.jspecify.annotations.Nullable;

/**
 * An external ID that somebody brings.
 *
 * @param proven whether the recruiter's signature shows that it is that person
 */
public record ArrivingId(ExternalId id, boolean proven) {

    /** Returns an ID that a program states without any proof; null for none. */
    public static @Nullable ArrivingId unsigned(@Nullable ExternalId id) {
        return id == null ? null : new ArrivingId(id, false);
    }
}
