package org.c25.votes;

import java.util.List;
import org.c25.common.Problem;

/**
 * An order of a set of images about which the participants of other sets disagree.
 *
 * @param sets the ids of the sets whose images and votes count, at least one
 * @param excludeSets the ids of the sets whose images may not be in it
 */
record VoteSetOrder(int number, VoteCriteria criteria, List<Long> sets, List<Long> excludeSets) {

    /** @throws Problem naming the sets that can't be used */
    VoteSetOrder {
        sets = sets.stream().distinct().sorted().toList();
        excludeSets = excludeSets.stream().distinct().sorted().toList();
        if (sets.isEmpty()) {
            throw Problem.invalid("sets", "choose one set or more whose participants' votes count");
        }
        List<Long> all = sets;
        excludeSets.stream().filter(all::contains).findFirst().ifPresent(both -> {
            throw Problem.invalid(
                    "excludeSets", "leaves out the set with the id " + both + ", from which is to be chosen");
        });
    }
}
