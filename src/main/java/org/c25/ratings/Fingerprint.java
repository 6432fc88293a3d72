package org.c25.ratings;

import java.util.Arrays;
import java.util.List;
import org.c25.participation.Rater;

/**
 * A fingerprint that tells whether the answers of a set are still the ones from which something was computed: for every
 * slot the person in it and how many answers there are, and the set's images. Answers are only ever added, or erased
 * with their participant, whose id is never used again.
 */
public record Fingerprint(List<Rater> raters, List<Long> itemIds) {

    static Fingerprint of(List<Rater> raters, long[] itemIds) {
        return new Fingerprint(
                raters.stream().filter(rater -> rater.annotations() > 0).toList(),
                Arrays.stream(itemIds).boxed().toList());
    }

    /**
     * Whether nothing of it is gone in a later one: everybody is still in their slot, with no fewer answers, and the images
     * are the same.
     */
    public boolean isPartOf(Fingerprint later) {
        return itemIds.equals(later.itemIds)
                && raters.stream()
                        .allMatch(before -> later.raters.stream().anyMatch(after -> isSamePerson(before, after)));
    }

    private static boolean isSamePerson(Rater before, Rater after) {
        return before.slot() == after.slot()
                && before.participantId() == after.participantId()
                && before.annotations() <= after.annotations();
    }
}
