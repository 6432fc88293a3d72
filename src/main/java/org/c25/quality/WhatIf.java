package org.c25.quality;

import java.util.Set;
import org.c25.agreement.AgreementStatistics;
import org.c25.ratings.RatingMatrix;
import org.c25.ratings.Ratings;
import org.c25.sets.SetView;
import org.springframework.stereotype.Component;

/** Computes how far a set would agree if some people were left out. */
@Component
public class WhatIf {

    private final RatingMatrix matrix;

    WhatIf(RatingMatrix matrix) {
        this.matrix = matrix;
    }

    /** Returns the agreement of everybody in a set beside that without the people in these slots. */
    public AgreementWithout without(SetView set, Set<Integer> slots) {
        Ratings ratings = matrix.ratings(set);
        AgreementStatistics all = AgreementStatistics.of(ratings);
        return AgreementWithout.of(all, slots.isEmpty() ? all : AgreementStatistics.of(ratings.without(slots)));
    }
}
