package org.c25.affectnet;

import java.util.Set;
import org.c25.affect.Expression;
import org.c25.common.Problem;

/**
 * What a set of AffectNet's images is to hold.
 *
 * @param rule how the images of a class are ranked
 * @param classes at least one
 * @param perClass how many images of each class, 1 … 10,000
 * @param seed what chance is drawn from
 * @param minimumFace the least length of the shorter side of the face box, in pixels; 0 for any
 */
public record SelectionCriteria(SelectionRule rule, Set<Expression> classes, int perClass, long seed, int minimumFace) {

    public static final int MOST_PER_CLASS = 10_000;

    /** @throws Problem naming what is out of range */
    public SelectionCriteria {
        classes = Set.copyOf(classes);
        if (classes.isEmpty()) {
            throw Problem.invalid("classes", "are one or more of the eight");
        }
        if (perClass < 1 || perClass > MOST_PER_CLASS) {
            throw Problem.invalid("perClass", "is a whole number from 1 to " + MOST_PER_CLASS);
        }
        if (minimumFace < 0) {
            throw Problem.invalid("minimumFace", "is a whole number of pixels from 0");
        }
    }
}
