package org.c25.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.c25.participation.SlotChange;
import org.jspecify.annotations.Nullable;

/**
 * The time that one person had a slot.
 *
 * @param began the event that began it; null if it is not known any more
 * @param stalled when they were last taken for stalled; null if never
 * @param completed when they finished; null if they didn't
 * @param ended the event that ended it; null while they have the slot
 * @param last the person as they were when it ended, or are; null if they had everything erased
 */
record SlotOccupancy(
        SlotOccupancies.@Nullable Event began,
        @Nullable Instant stalled,
        @Nullable Instant completed,
        SlotOccupancies.@Nullable Event ended,
        SlotOccupancies.@Nullable Person last) {

    /**
     * Turns the events of a slot into the occupancies of the people who were in it. One person has a slot at a time, so
     * all events from a beginning to an end belong to one occupancy, even if nothing says any more whose it was.
     *
     * @param events the events, the oldest first
     * @return the occupancies, the latest first
     */
    static List<SlotOccupancy> of(List<SlotOccupancies.Event> events) {
        List<SlotOccupancy> occupancies = new ArrayList<>();
        SlotOccupancy open = null;
        for (SlotOccupancies.Event event : events) {
            if (open == null || event.what().begins()) {
                if (open != null) {
                    occupancies.add(open);
                }
                open = new SlotOccupancy(event.what().begins() ? event : null, null, null, null, event.person());
            }
            open = open.then(event);
            if (event.what().ends()) {
                occupancies.add(open);
                open = null;
            }
        }
        if (open != null) {
            occupancies.add(open);
        }
        Collections.reverse(occupancies);
        return occupancies;
    }

    private SlotOccupancy then(SlotOccupancies.Event event) {
        return new SlotOccupancy(
                began,
                event.what() == SlotChange.STALLED ? event.at() : stalled,
                event.what() == SlotChange.COMPLETED ? event.at() : completed,
                event.what().ends() ? event : ended,
                event.person());
    }

    /**
     * Returns the number of trials that had an answer at the end of the occupancy, or have one now if it goes on; null
     * if they are erased.
     */
    public @Nullable Integer answered() {
        return last == null ? null : Integer.valueOf(ended == null ? last.kept() : last.answered());
    }
}
