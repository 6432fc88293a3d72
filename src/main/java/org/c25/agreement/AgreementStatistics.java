package org.c25.agreement;

import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;

/**
 * How far the people of one set agree. Definitions and sources are in docs/statistics.md.
 *
 * <p>Missing answers leave out what they touch: two people are compared by the images that both answered, if these are enough;
 * percent agreement, Fleiss' kappa, AC1, AC2 and Krippendorff's α take the images with two or more answers, ICC those that all
 * have answered, votes those that anybody has.
 *
 * @param images all images of the set, answered or not
 * @param participants who gave at least one answer, of whatever dimension; nobody else is a rater
 */
public record AgreementStatistics(
        int images, int participants, ExpressionAgreement expression, ScaleAgreement valence, ScaleAgreement arousal) {

    /** Computes them all; what is undefined is NaN, and nothing fails. */
    public static AgreementStatistics of(Ratings ratings) {
        return new AgreementStatistics(
                ratings.images(),
                ratings.participants(),
                ExpressionAgreement.of(Answers.of(ratings, Dimension.EXPRESSION)),
                ScaleAgreement.of(Answers.of(ratings, Dimension.VALENCE)),
                ScaleAgreement.of(Answers.of(ratings, Dimension.AROUSAL)));
    }
}
