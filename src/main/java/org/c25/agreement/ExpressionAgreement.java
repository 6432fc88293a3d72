package org.c25.agreement;

import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.KrippendorffAlpha.Metric;

/**
 * The figures of how far the raters agree on the expressions. An undefined figure is NaN.
 *
 * @param shared the basis of percent agreement, Fleiss' kappa, AC1 and α
 * @param complete the images that every rater answered
 * @param pairs the basis of Cohen's kappa
 * @param percentAgreement the mean share of agreeing pairs of raters, 0 … 1
 * @param cohenKappa the mean over the pairs of raters that share enough images, each by the images that both answered
 */
public record ExpressionAgreement(
        Basis shared,
        Basis complete,
        Basis pairs,
        Estimate percentAgreement,
        Estimate fleissKappa,
        Estimate gwetAc1,
        double krippendorffAlpha,
        Spread cohenKappa,
        VoteSummary votes) {

    static ExpressionAgreement of(Answers answers) {
        ChanceCorrected corrected = ChanceCorrected.of(answers, Weights.IDENTITY);
        RaterPairs pairs = new RaterPairs(answers);
        Spread cohenKappa = pairs.spread(PairCoefficient.COHEN_KAPPA);
        return new ExpressionAgreement(
                Basis.shared(answers),
                Basis.complete(answers),
                Basis.pairs(pairs, cohenKappa),
                corrected.percentAgreement(),
                corrected.fleissKappa(),
                corrected.gwetAc(),
                KrippendorffAlpha.of(answers, Metric.NOMINAL),
                cohenKappa,
                VoteSummary.of(answers));
    }
}
