package org.c25.ratings;

import java.util.Map;
import org.c25.enrolment.Raters;
import org.c25.sets.SetVotes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

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
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void forEach(long setId, Vote vote) {
        raters.of(setId)
                .forEach(rater -> reader.forEach(rater.participantId(), rating -> {
                    if (rating.isFirstShowing()) {
                        vote.accept(rating.itemId(), rating.asExpression(), rating.valenceStep(), rating.arousalStep());
                    }
                }));
    }
}
