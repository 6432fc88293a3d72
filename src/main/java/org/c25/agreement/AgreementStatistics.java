package org.c25.agreement;

import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;

/**
 * The figures of how far the participants of one set agree. Definitions and sources are in docs/statistics.md.
 *
 * <p>A missing answer leaves out whatever needs it. Two people are compared by the images that both answered, if these
 * are enough. Percent agreement, Fleiss' kappa, AC1, AC2 and Krippendorff's α take the images with two or more answers,
 * ICC the images that all raters answered, votes the images that anybody answered.
 *
 * @param images how many images the set has, answered or not
 * @param participants how many people gave at least one answer, of whatever dimension; nobody else is a rater
 */
public record AgreementStatistics(
        int images, int participants, ExpressionAgreement expression, ScaleAgreement valence, ScaleAgreement arousal) {

    /** Computes all figures. An undefined figure is NaN, never an exception. */
    public static AgreementStatistics of(Ratings ratings) {
        return new AgreementStatistics(
                ratings.images(),
                ratings.participants(),
                ExpressionAgreement.of(Answers.of(ratings, Dimension.EXPRESSION)),
                ScaleAgreement.of(Answers.of(ratings, Dimension.VALENCE)),
                ScaleAgreement.of(Answers.of(ratings, Dimension.AROUSAL)));
    }
}
