package org.c25.votes;

import java.util.List;
import java.util.Map;

/**
 * The origin of a set that was chosen by the votes of other sets' participants. As long as these votes and sets have
 * not changed, which the hash shows, it is enough to choose the same set again.
 *
 * @param votesSha256 the SHA-256 of the votes as they were counted
 */
record VoteSource(DisagreementRule rule, long seed, String votesSha256, Parameters parameters) {

    /**
     * The other values on which the choice depends, and its outcome.
     *
     * @param classes the English names of the classes, in alphabetical order
     * @param missing by how many images each class falls short
     * @param unranked how many images have votes of too few people
     * @param clashing how many images had the index or file name of a better one of another set
     */
    record Parameters(
            List<Voted> sets,
            int perClass,
            List<String> classes,
            int minimumVotes,
            List<Long> excludeSets,
            Map<String, Integer> missing,
            int unranked,
            int clashing) {}

    /**
     * A set whose votes counted.
     *
     * @param participants how many people's votes there were at that time
     */
    record Voted(long id, int images, int participants) {}
}
