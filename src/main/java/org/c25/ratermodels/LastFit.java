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

    /** Whether it was estimated from just these answers. */
    boolean isOf(Results now) {
        return results == now;
    }

    /**
     * Whether all that it was estimated from is still there: what somebody has erased is not shown any more, and neither is
     * what was said of other images.
     */
    boolean isPartOf(Results now) {
        Ratings before = results.ratings();
        Ratings after = now.ratings();
        if (before.images() > after.images()
                || results.set().items() != now.set().items()) {
            return false;
        }
        int there = 0;
        for (int image = 0; image < before.images(); image++) {
            while (there < after.images() && now.position(there) < results.position(image)) {
                there++;
            }
            if (there == after.images() || now.position(there) != results.position(image)) {
                return false;
            }
            for (int slot = 0; slot < before.slots(); slot++) {
                if (isAnswered(before, image, slot) && !isAnswered(after, there, slot)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns how many answers it was estimated from. */
    int answers() {
        return answers(results.ratings());
    }

    /** Returns how many answers have come since. */
    int since(Results now) {
        return answers(now.ratings()) - answers();
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
