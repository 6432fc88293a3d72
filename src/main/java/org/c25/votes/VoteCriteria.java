package org.c25.votes;

import java.util.Set;
import org.c25.affect.Expression;
import org.c25.affectnet.SelectionCriteria;
import org.c25.common.Problem;

/**
 * What a set of images about which people disagree is to hold.
 *
 * @param classes at least one
 * @param perClass how many images of each class, 1 … 10,000
 * @param seed what decides among equals
 * @param minimumVotes of how many people an image needs the votes, 1 … 1000
 */
public record VoteCriteria(DisagreementRule rule, Set<Expression> classes, int perClass, long seed, int minimumVotes) {

    private static final int MOST_VOTES = 1000;

    /** @throws Problem naming what is out of range */
    public VoteCriteria {
        classes = Set.copyOf(classes);
        if (classes.isEmpty()) {
            throw Problem.invalid("classes", "are one or more of the eight");
        }
        if (perClass < 1 || perClass > SelectionCriteria.MOST_PER_CLASS) {
            throw Problem.invalid("perClass", "is a whole number from 1 to " + SelectionCriteria.MOST_PER_CLASS);
        }
        if (minimumVotes < 1 || minimumVotes > MOST_VOTES) {
            throw Problem.invalid("minimumVotes", "is a whole number from 1 to " + MOST_VOTES);
        }
    }
}
