package org.c25.sets;

import java.util.ArrayList;
import java.util.List;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the images of a set are shared out among many participants, each of whom rates a portion of them.
 *
 * @param ratings how many ratings each image gets, 1 to {@value #MOST_RATINGS}
 * @param images how many images a participant rates at most, from 1; images that are repeated count once
 */
public record Portions(int ratings, int images) {

    public static final int MOST_RATINGS = 1000;
    /** A portion is drawn and its trials are stored while somebody waits. */
    public static final int MOST_IMAGES = 10_000;
    /** So many rating slots are made while somebody waits for a set to open. */
    public static final long MOST_RATING_SLOTS = 10_000_000;

    static final String RATINGS = "ratingsPerImage";
    static final String IMAGES = "imagesPerPerson";

    /**
     * Returns the portions that somebody asks for.
     *
     * @param ratings how many ratings each image gets; null if everyone is to rate all images
     * @param images how many images a participant rates at most; null as well then
     * @throws Problem 422 if one of them is missing or out of range
     */
    public static @Nullable Portions of(@Nullable Integer ratings, @Nullable Integer images) {
        if (ratings == null && images == null) {
            return null;
        }
        List<Fault> faults = new ArrayList<>();
        check(RATINGS, ratings, IMAGES, MOST_RATINGS, faults);
        check(IMAGES, images, RATINGS, MOST_IMAGES, faults);
        if (ratings == null || images == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new Portions(ratings, images);
    }

    private static void check(String field, @Nullable Integer value, String other, int most, List<Fault> faults) {
        if (value == null) {
            faults.add(Fault.inField(
                    field, "is needed with " + other + "; leave out both, and everyone rates all images"));
        } else if (value < 1 || value > most) {
            faults.add(Fault.inField(field, "is a whole number from 1 to " + most));
        }
    }

    /**
     * Checks that a set of so many images can be shared out so.
     *
     * @throws Problem 422 if a portion is more than the set, or there would be too many ratings
     */
    void requireFitting(int items) {
        if (images > items) {
            throw Problem.invalid(IMAGES, "is at most " + items + ", the number of images in the set");
        }
        if ((long) items * ratings > MOST_RATING_SLOTS) {
            throw Problem.invalid(
                    RATINGS,
                    "times the number of images is at most " + MOST_RATING_SLOTS + ", not " + (long) items * ratings);
        }
    }

    /** Returns how many images one person gets in a set of so many. */
    public int each(int items) {
        return Math.min(images, items);
    }

    /** Returns how many people it takes to rate so many images, if each rates as many as they can. */
    public int people(int items) {
        long slots = (long) items * ratings;
        int each = each(items);
        return (int) ((slots + each - 1) / each);
    }
}
