package org.c25.quality;

import java.util.List;
import java.util.function.Predicate;
import org.c25.protocol.FlagThresholds;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;

/**
 * How the answers of a set look.
 *
 * @param people everybody in a slot, by slot
 */
record SetQuality(StudyView study, SetView set, List<PersonQuality> people) {

    /** The thresholds that the rules apply to a set of this size. */
    public FlagThresholds thresholds() {
        return study.protocol().quality().forSetOf(set.items());
    }

    /** How many images somebody has answered twice before self-agreement is looked at. */
    public int leastPairs() {
        return thresholds().leastPairs(study.protocol().repeats(set.items()));
    }

    /** How many have answered anything. */
    public long answering() {
        return people.stream().filter(person -> person.answered() > 0).count();
    }

    /** Those with a flag, raised or decided on. */
    public List<PersonQuality> flagged() {
        return people.stream().filter(person -> !person.flags().isEmpty()).toList();
    }

    public long undecided() {
        return count(FlagView::isUndecided);
    }

    public long accepted() {
        return count(FlagView::isAccepted);
    }

    public long dismissed() {
        return count(flag -> flag.decision() != null && !flag.isAccepted());
    }

    private long count(Predicate<FlagView> which) {
        return people.stream()
                .flatMap(person -> person.flags().stream())
                .filter(which)
                .count();
    }
}
