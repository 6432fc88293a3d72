package org.c25.results;

import java.time.Instant;
import java.util.Arrays;
import org.c25.ratings.Ratings;
import org.c25.sets.SetKind;
import org.c25.sets.SetState;
import org.c25.sets.SetView;

/** Results of answers that a test has in its hand, for the packages that compute with them. */
public final class SomeResults {

    private SomeResults() {}

    /** Of a set without AffectNet's labels. */
    public static Results of(Ratings ratings, Selection selection) {
        byte[] affectNet = new byte[ratings.images()];
        Arrays.fill(affectNet, (byte) -1);
        SetView set = new SetView(
                1,
                1,
                1,
                SetKind.CUSTOM,
                SetState.OPEN,
                false,
                ratings.slots(),
                ratings.images(),
                null,
                true,
                Instant.EPOCH);
        return Results.of(set, selection, ratings, affectNet);
    }
}
