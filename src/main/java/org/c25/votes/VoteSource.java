package org.c25.votes;

import java.util.List;
import java.util.Map;

/**
 * How a set was chosen by the votes of other sets' participants. While these votes and sets are as they were, which
 * their hash tells, it is enough to choose the same set again.
 *
 * @param votesSha256 of the votes as they were counted
 */
record VoteSource(DisagreementRule rule, long seed, String votesSha256, Parameters parameters) {

    /**
     * What else the choice depends on, and how it came out.
     *
     * @param classes their English names, in alphabetical order
     * @param missing by how many images each class falls short
     * @param unranked how many images have votes of too few people
     * @param clashing how many had the index or file name of a better one of another set
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

    /** @param participants how many people's votes there were at that time */
    record Voted(long id, int images, int participants) {}
}
