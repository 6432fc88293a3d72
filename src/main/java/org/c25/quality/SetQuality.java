package org.c25.quality;

import java.util.List;
import java.util.function.Predicate;
import org.c25.protocol.FlagThresholds;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;

/**
 * The figures and flags of all people in a set's slots.
 *
 * @param people the figures and flags of each person in a slot, by slot
 */
record SetQuality(StudyView study, SetView set, List<PersonQuality> people) {

    /** Returns the thresholds that the rules apply to a set of this size. */
    public FlagThresholds thresholds() {
        return study.protocol().quality().forSetOf(set.items());
    }

    /** Returns how many images somebody has to answer twice before a rule applies to their self-agreement. */
    public int leastPairs() {
        return thresholds().leastPairs(study.protocol().repeats(set.items()));
    }

    /** Returns how many people have answered anything. */
    public long answering() {
        return people.stream().filter(person -> person.answered() > 0).count();
    }

    /** Returns the people with a flag, raised or decided on. */
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
