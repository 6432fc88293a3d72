package org.c25.ratings;

import java.util.Map;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.enrolment.Raters;
import org.c25.sets.SetVotes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The votes by which images are chosen for another set. */
@Component
class RatedSets implements SetVotes {

    private final Raters raters;
    private final RatingReader reader;

    RatedSets(Raters raters, RatingReader reader) {
        this.raters = raters;
        this.reader = reader;
    }

    @Override
    public Map<Long, Integer> participants() {
        return raters.countBySet();
    }

    @Override
    public void forEach(long setId, Vote vote) {
        raters.of(setId)
                .forEach(rater -> reader.forEach(rater.participantId(), rating -> {
                    if (rating.isFirstShowing()) {
                        vote.accept(
                                rating.itemId(),
                                rating.expression() == TrialRating.NONE
                                        ? null
                                        : Expression.all().get(rating.expression()),
                                step(rating.valence()),
                                step(rating.arousal()));
                    }
                }));
    }

    private static @Nullable Step step(int value) {
        return value == 0 ? null : new Step(value);
    }
}
