package org.c25.sets;

import java.time.Instant;

/**
 * A set, as other packages see it.
 *
 * @param number the number of the set, from 1, unique in its study
 * @param paused whether the set is paused, so that newcomers and those at work have to wait
 * @param capacity how many slots it has
 * @param items how many images it has
 * @param pictures whether the images themselves are here; without them the set can't open
 */
public record SetView(
        long id,
        long studyId,
        int number,
        SetKind kind,
        SetState state,
        boolean paused,
        int capacity,
        int items,
        boolean pictures,
        Instant createdAt) {

    public boolean isOpen() {
        return state == SetState.OPEN;
    }

    /** Returns its usual name, such as {@code Set 1}. */
    public String title() {
        return "Set " + number;
    }
}
