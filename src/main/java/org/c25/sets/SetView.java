package org.c25.sets;

import java.time.Instant;

/**
 * A set as others see it.
 *
 * @param number 1 …, unique in its study
 * @param paused whether everybody waits, newcomers and those at work
 * @param capacity how many slots it has
 * @param items how many images
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

    /** The usual name: {@code Set 1}. */
    public String title() {
        return "Set " + number;
    }
}
