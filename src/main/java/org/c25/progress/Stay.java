package org.c25.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.c25.enrolment.SlotChange;
import org.jspecify.annotations.Nullable;

/**
 * The time that one person had a slot.
 *
 * @param began null where it is not known any more
 * @param stalled when they were last taken for stalled; null if never
 * @param completed when they finished; null if they didn't
 * @param ended null while they have it
 * @param last the person as they were when it ended, or are; null if they had everything erased
 */
record Stay(
        SlotLives.@Nullable Event began,
        @Nullable Instant stalled,
        @Nullable Instant completed,
        SlotLives.@Nullable Event ended,
        SlotLives.@Nullable Person last) {

    /**
     * What happened to a slot, as the people who were in it. One person has it at a time, so what follows a beginning is
     * theirs up to an end, also where nothing says any more whose it was.
     *
     * @param events the oldest first
     * @return the latest first
     */
    static List<Stay> of(List<SlotLives.Event> events) {
        List<Stay> stays = new ArrayList<>();
        Stay open = null;
        for (SlotLives.Event event : events) {
            if (open == null || event.what().begins()) {
                if (open != null) {
                    stays.add(open);
                }
                open = new Stay(event.what().begins() ? event : null, null, null, null, event.person());
            }
            open = open.then(event);
            if (event.what().ends()) {
                stays.add(open);
                open = null;
            }
        }
        if (open != null) {
            stays.add(open);
        }
        Collections.reverse(stays);
        return stays;
    }

    private Stay then(SlotLives.Event event) {
        return new Stay(
                began,
                event.what() == SlotChange.STALLED ? event.at() : stalled,
                event.what() == SlotChange.COMPLETED ? event.at() : completed,
                event.what().ends() ? event : ended,
                event.person());
    }

    /** Trials that had an answer at the end, or have one; null if they are erased. */
    public @Nullable Integer answered() {
        return last == null ? null : Integer.valueOf(ended == null ? last.kept() : last.answered());
    }
}
