package org.c25.ratermodels;

import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;
import org.c25.results.Results;

/**
 * What was estimated last of a set, and from which answers: while people answer, there are soon more of them.
 *
 * @param results the answers that it was estimated from
 */
record LastFit<T>(Results results, T value) {

    private static final int GONE = -1;

    /** Whether it was estimated from just these answers. */
    boolean isOf(Results now) {
        return results == now;
    }

    /**
     * Whether all that it was estimated from is still there: what somebody has erased is not shown any more, also if another
     * person is in the slot by now, and neither is what was said of other images.
     */
    boolean isPartOf(Results now) {
        if (!results.fingerprint().isPartOf(now.fingerprint())) {
            return false;
        }
        for (int image : imagesIn(now)) {
            if (image == GONE) {
                return false;
            }
        }
        return true;
    }

    /** Returns where each of its images is in the answers of now; {@link #GONE} where it isn't. Both are in the set's order. */
    private int[] imagesIn(Results now) {
        int[] places = new int[results.ratings().images()];
        int there = 0;
        for (int image = 0; image < places.length; image++) {
            while (there < now.ratings().images() && now.position(there) < results.position(image)) {
                there++;
            }
            boolean found = there < now.ratings().images() && now.position(there) == results.position(image);
            places[image] = found ? there : GONE;
        }
        return places;
    }

    /** Returns how many answers it was estimated from. */
    int answers() {
        return answers(results.ratings());
    }

    /** Returns how many answers have come since, or have been changed. It is part of them. */
    int since(Results now) {
        int since = answers(now.ratings()) - answers();
        int[] places = imagesIn(now);
        for (int image = 0; image < places.length; image++) {
            for (int slot = 0; slot < results.ratings().slots(); slot++) {
                since +=
                        isAnswered(results.ratings(), image, slot) && isOther(now.ratings(), image, places[image], slot)
                                ? 1
                                : 0;
            }
        }
        return since;
    }

    private boolean isOther(Ratings now, int image, int there, int slot) {
        for (Dimension dimension : Dimension.values()) {
            if (results.ratings().get(dimension, image, slot) != now.get(dimension, there, slot)) {
                return true;
            }
        }
        return false;
    }

    private static int answers(Ratings ratings) {
        int answers = 0;
        for (int image = 0; image < ratings.images(); image++) {
            for (int slot = 0; slot < ratings.slots(); slot++) {
                answers += isAnswered(ratings, image, slot) ? 1 : 0;
            }
        }
        return answers;
    }

    private static boolean isAnswered(Ratings ratings, int image, int slot) {
        for (Dimension dimension : Dimension.values()) {
            if (ratings.get(dimension, image, slot) != Ratings.NONE) {
                return true;
            }
        }
        return false;
    }
}
