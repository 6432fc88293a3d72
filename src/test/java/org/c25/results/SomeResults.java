package org.c25.results;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.c25.affect.Dimension;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Rater;
import org.c25.ratings.Fingerprint;
import org.c25.ratings.Ratings;
import org.c25.sets.SetKind;
import org.c25.sets.SetState;
import org.c25.sets.SetView;

/** Results of answers that a test has in its hand, for the packages that compute with them. */
public final class SomeResults {

    private SomeResults() {}

    /** Of a set without AffectNet's labels. */
    public static Results of(Ratings ratings, Selection selection) {
        return of(ratings, selection, IntStream.range(0, ratings.slots()).toArray());
    }

    /** @param people the number of the participant in each slot */
    public static Results of(Ratings ratings, Selection selection, int... people) {
        byte[] affectNet = new byte[ratings.images()];
        Arrays.fill(affectNet, (byte) -1);
        SetView set = new SetView(
                1,
                1,
                1,
                null,
                SetKind.CUSTOM,
                SetState.OPEN,
                false,
                ratings.slots(),
                ratings.images(),
                null,
                true,
                Instant.EPOCH);
        return Results.of(set, selection, fingerprint(ratings, people), ratings, affectNet);
    }

    private static Fingerprint fingerprint(Ratings ratings, int... people) {
        List<Rater> raters = IntStream.range(0, ratings.slots())
                .filter(ratings::hasAnswers)
                .mapToObj(slot -> {
                    int answers = (int) IntStream.range(0, ratings.images())
                            .filter(image -> ratings.get(Dimension.EXPRESSION, image, slot) != Ratings.NONE)
                            .count();
                    return new Rater(
                            slot,
                            people[slot],
                            ParticipantStatus.AT_WORK,
                            ratings.images(),
                            answers,
                            answers,
                            "en",
                            "en");
                })
                .toList();
        return new Fingerprint(
                raters, LongStream.range(0, ratings.images()).boxed().toList());
    }
}
