package org.c25.agreement;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.SelfAgreement.Expressions;
import org.c25.ratings.Repeat;

/**
 * How well people agree with themselves: the images that they saw twice, first answer against second. What is undefined is
 * NaN.
 *
 * <p>Of the intraclass correlations, ICC(2, 1) is the one to report: of single answers, by absolute agreement, so that
 * somebody who answers everything a step higher the second time does not agree with themself (Koo and Li name it for
 * repeated measurements of one rater; for two-way random and mixed effects its formula is one and the same). ICC(1, 1) does
 * not tell first from second.
 *
 * <p>T. K. Koo and M. Y. Li, A Guideline of Selecting and Reporting Intraclass Correlation Coefficients for Reliability
 * Research, Journal of Chiropractic Medicine 15(2), 2016, 155–163. P. E. Shrout and J. L. Fleiss, Intraclass Correlations:
 * Uses in Assessing Rater Reliability, Psychological Bulletin 86(2), 1979, 420–428.
 *
 * @param overall all pairs of all participants in one heap, as if they were one person's; nobody weighs more than by their
 *     pairs
 * @param raters who has any pair, in the order of the slots
 */
public record IntraRater(Figures overall, List<Rater> raters) {

    /** @param slot the number of the slot, from 0 */
    public record Rater(int slot, Figures figures) {}

    public record Figures(Expressions expression, Steps valence, Steps arousal) {}

    /**
     * @param own what flags and progress tell, too
     * @param icc11 ICC(1, 1), with its interval from {@value Basis#FEWEST} pairs on
     * @param icc21 ICC(2, 1), likewise
     */
    public record Steps(SelfAgreement.Steps own, Estimate icc11, Estimate icc21) {

        /** Images with both steps. */
        public int pairs() {
            return own.pairs();
        }

        /** Cohen's κ with quadratic weights, at most 1. */
        public double kappa() {
            return own.kappa();
        }

        /** The mean absolute difference, 0 … 2: a step is 0.25. */
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
