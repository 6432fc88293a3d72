package org.c25.notices;

import java.time.Instant;
import org.c25.quality.FlagKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened in a set.
 *
 * @param id its number; 0 while it is not stored
 * @param key tells two events of a kind and a set apart
 * @param about the participant whom it is about; null if it is about the set
 * @param rule the kind of a flag; null if it is about none
 */
record NoticeEvent(
        long id,
        NoticeKind kind,
        String key,
        Instant happenedAt,
        @Nullable About about,
        @Nullable FlagKind rule) {

    /** A participant and their slot. */
    record About(long participantId, int slot) {}

    static NoticeEvent ofSet(NoticeKind kind, String key, Instant at) {
        return new NoticeEvent(0, kind, key, at, null, null);
    }

    static NoticeEvent ofPerson(NoticeKind kind, String key, Instant at, About about, @Nullable FlagKind rule) {
        return new NoticeEvent(0, kind, key, at, about, rule);
    }
}
