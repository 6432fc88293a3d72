package org.c25.sets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A set, as other packages see it.
 *
 * @param number the number of the set, from 1, unique in its study
 * @param name what staff call it; null for nothing but its number
 * @param paused whether the set is paused, so that newcomers and those at work have to wait
 * @param capacity how many slots it has, each for one person
 * @param items how many images it has
 * @param portions how its images are shared out; null if everyone rates all
 * @param pictures whether the images themselves are here; without them the set can't open
 */
public record SetView(
        long id,
        long studyId,
        int number,
        @Nullable String name,
        SetKind kind,
        SetState state,
        boolean paused,
        int capacity,
        int items,
        @Nullable Portions portions,
        boolean pictures,
        Instant createdAt) {

    public boolean isOpen() {
        return state == SetState.OPEN;
    }

    /** Returns how many images somebody who joins gets, those that they see again counted once. */
    public int imagesEach() {
        return portions == null ? items : portions.each(items);
    }

    /**
     * Returns how many columns of answers the C25 files have: one a slot, or one a rating slot where each participant
     * rates a portion.
     */
    public int columns() {
        return portions == null ? capacity : portions.ratings();
    }

    /** Returns what it is called, such as {@code Set 1}, or {@code Set 1, pilot} if it has a name. */
    public String title() {
        return "Set " + number + (name == null ? "" : ", " + name);
    }
}
