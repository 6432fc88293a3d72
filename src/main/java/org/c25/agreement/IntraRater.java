package org.c25.agreement;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.SelfAgreement.Expressions;
import org.c25.ratings.Repeat;

/**
 * The figures of how far participants agree with themselves, by their first and second answers to the images that they
 * saw twice. An undefined figure is NaN.
 *
 * <p>Of the intraclass correlations, ICC(2, 1) is the one to report. It is about single answers and absolute agreement,
 * so that somebody who answers everything a step higher the second time does not agree with themself (Koo and Li name
 * it for repeated measurements of one rater; for two-way random and mixed effects its formula is one and the same).
 * ICC(1, 1) does not distinguish the first answer from the second.
 *
 * <p>T. K. Koo and M. Y. Li, A Guideline of Selecting and Reporting Intraclass Correlation Coefficients for Reliability
 * Research, Journal of Chiropractic Medicine 15(2), 2016, 155–163. P. E. Shrout and J. L. Fleiss, Intraclass
 * Correlations: Uses in Assessing Rater Reliability, Psychological Bulletin 86(2), 1979, 420–428.
 *
 * @param overall the figures of all pairs of all participants together, as if they were one person's; each person
 *     weighs as much as they have pairs
 * @param raters the figures of each rater with any pair, in the order of the slots
 */
public record IntraRater(Figures overall, List<Rater> raters) {

    /**
     * The figures of one rater.
     *
     * @param slot the number of the slot, from 0
     */
    public record Rater(int slot, Figures figures) {}

    public record Figures(Expressions expression, Steps valence, Steps arousal) {}

    /**
     * The figures for valence or for arousal.
     *
     * @param own the figures that flags and progress show, too
     * @param icc11 ICC(1, 1), with its interval from {@value Basis#FEWEST} pairs on
     * @param icc21 ICC(2, 1), with its interval from {@value Basis#FEWEST} pairs on
     */
    public record Steps(SelfAgreement.Steps own, Estimate icc11, Estimate icc21) {

        /** Returns how many images have both answers. */
        public int pairs() {
            return own.pairs();
        }

        /** Returns Cohen's κ with quadratic weights, at most 1. */
        public double kappa() {
            return own.kappa();
        }

        /** Returns the mean absolute difference on the scale, 0 … 2; a step is 0.25. */
        public double difference() {
            return own.difference() / 4;
        }
    }

    public static IntraRater of(List<Repeat> repeats) {
        return new IntraRater(
                figures(repeats),
                repeats.stream()
                        .map(Repeat::slot)
                        .distinct()
                        .sorted()
                        .map(slot -> new Rater(
                                slot,
                                figures(repeats.stream()
                                        .filter(repeat -> repeat.slot() == slot)
                                        .toList())))
                        .toList());
    }

    private static Figures figures(List<Repeat> repeats) {
        SelfAgreement own = SelfAgreement.of(repeats);
        return new Figures(
                own.expression(),
                steps(own.valence(), SelfAgreement.Pairs.of(repeats, Dimension.VALENCE)),
                steps(own.arousal(), SelfAgreement.Pairs.of(repeats, Dimension.AROUSAL)));
    }

    private static Steps steps(SelfAgreement.Steps own, SelfAgreement.Pairs pairs) {
        IntraclassCorrelation icc = pairs.correlation();
        return new Steps(own, icc.icc11().restingOn(pairs.size()), icc.icc21().restingOn(pairs.size()));
    }
}
