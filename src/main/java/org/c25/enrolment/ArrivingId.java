package org.c25.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * An ID that somebody brings.
 *
 * @param proven whether the recruiter's signature shows that it is that person
 */
record ArrivingId(OutsideId id, boolean proven) {

    /** What a program says without any proof; null for none. */
    static @Nullable ArrivingId unsigned(@Nullable OutsideId id) {
        return id == null ? null : new ArrivingId(id, false);
    }
}
