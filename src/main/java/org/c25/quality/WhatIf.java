package org.c25.quality;

import java.util.Set;
import org.c25.agreement.AgreementStatistics;
import org.c25.common.Problem;
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

    /**
     * Returns the agreement of everybody in a set beside that without the people in these slots.
     *
     * @throws Problem 409 if the images are shared out among too many people
     */
    public AgreementWithout without(SetView set, Set<Integer> slots) {
        if (!RatingMatrix.isByPerson(set)) {
            throw Problem.conflict(
                    "So many participants share the images of this set that leaving out some of them is not"
                            + " worked out.");
        }
        Ratings ratings = matrix.ratings(set);
        AgreementStatistics all = AgreementStatistics.of(ratings);
        return AgreementWithout.of(all, slots.isEmpty() ? all : AgreementStatistics.of(ratings.without(slots)));
    }
}
