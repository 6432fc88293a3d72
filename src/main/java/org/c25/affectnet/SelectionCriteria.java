package org.c25.affectnet;

import java.util.Set;
import org.c25.affect.Expression;
import org.c25.common.Faults;
import org.c25.common.Numbers;
import org.c25.common.Problem;

/**
 * The criteria by which a set of AffectNet's images is chosen.
 *
 * @param rule the rule by which the images of a class are ranked
 * @param classes the classes of the images, at least one
 * @param perClass how many images of each class, 1 … 10,000
 * @param seed the seed of the random draw
 * @param minimumFace the least length of the shorter side of the face box, in pixels; 0 for any
 */
public record SelectionCriteria(SelectionRule rule, Set<Expression> classes, int perClass, long seed, int minimumFace) {

    public static final int MOST_PER_CLASS = 10_000;

    /** Criteria that stand in for those that can't be read. */
    public static final SelectionCriteria ANY =
            new SelectionCriteria(SelectionRule.RANDOM, Set.of(Expression.NEUTRAL), 1, 0, 0);

    /** @throws Problem naming all that is out of range */
    public SelectionCriteria {
        classes = Set.copyOf(classes);
        Faults faults = new Faults();
        if (classes.isEmpty()) {
            faults.add("classes", "choose one or more of the eight");
        }
        if (perClass < 1 || perClass > MOST_PER_CLASS) {
            faults.add("perClass", "a whole number from 1 to " + Numbers.whole(MOST_PER_CLASS));
        }
        if (minimumFace < 0) {
            faults.add("minimumFace", "a whole number of pixels from 0");
        }
        faults.refuseIfAny();
    }
}
