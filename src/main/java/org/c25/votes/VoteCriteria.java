package org.c25.votes;

import java.util.Set;
import org.c25.affect.Expression;
import org.c25.affectnet.SelectionCriteria;
import org.c25.common.Faults;
import org.c25.common.Numbers;
import org.c25.common.Problem;

/**
 * The criteria by which images about which people disagree are chosen for a set.
 *
 * @param classes the wanted classes, at least one
 * @param perClass how many images of each class, 1 … 10,000
 * @param seed the seed that decides among equals
 * @param minimumVotes the least number of people whose votes an image needs, 1 … 1000
 */
public record VoteCriteria(DisagreementRule rule, Set<Expression> classes, int perClass, long seed, int minimumVotes) {

    private static final int MOST_VOTES = 1000;

    /** Criteria that stand for some that can't be read. */
    public static final VoteCriteria ANY =
            new VoteCriteria(DisagreementRule.ENTROPY, Set.of(Expression.NEUTRAL), 1, 0, 1);

    /** @throws Problem naming all that is out of range */
    public VoteCriteria {
        classes = Set.copyOf(classes);
        Faults faults = new Faults();
        if (classes.isEmpty()) {
            faults.add("classes", "choose one or more of the eight");
        }
        if (perClass < 1 || perClass > SelectionCriteria.MOST_PER_CLASS) {
            faults.add("perClass", "a whole number from 1 to " + Numbers.whole(SelectionCriteria.MOST_PER_CLASS));
        }
        if (minimumVotes < 1 || minimumVotes > MOST_VOTES) {
            faults.add("minimumVotes", "a whole number from 1 to " + Numbers.whole(MOST_VOTES));
        }
        faults.refuseIfAny();
    }
}
