package org.c25.ratings;

import java.util.Map;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.participation.Raters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what participants say of the images of sets: the votes by which images are chosen for another set. */
@Component
public class SetVotes {

    private final Raters raters;
    private final RatingReader reader;

    SetVotes(Raters raters, RatingReader reader) {
        this.raters = raters;
        this.reader = reader;
    }

    /** Returns how many people of each set have answered anything; sets in which nobody has are left out. */
    public Map<Long, Integer> participants() {
        return raters.countBySet();
    }

    /** Passes on the answers to first showings of the people who are in a slot. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void forEach(long setId, Vote vote) {
        raters.of(setId)
                .forEach(rater -> reader.forEach(rater.participantId(), rating -> {
                    if (rating.isFirstShowing()) {
                        vote.accept(rating.itemId(), rating.asExpression(), rating.valenceStep(), rating.arousalStep());
                    }
                }));
    }

    /** Receives one person's answer to an image; a part is null if an imported file had an empty cell. */
    @FunctionalInterface
    public interface Vote {

        void accept(long itemId, @Nullable Expression expression, @Nullable Step valence, @Nullable Step arousal);
    }
}
