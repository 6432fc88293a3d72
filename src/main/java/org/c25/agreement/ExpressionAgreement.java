package org.c25.agreement;

import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.KrippendorffAlpha.Metric;

/**
 * How the raters agree on the expressions. What is undefined is NaN.
 *
 * @param raters who gave at least one of these answers
 * @param completeImages images that every rater answered: what percent agreement, Fleiss' kappa and AC1 rest on
 * @param percentAgreement the mean share of agreeing pairs of raters, 0 … 1
 * @param cohenKappa over all pairs of raters, each by the images that both answered
 */
public record ExpressionAgreement(
        int raters,
        int completeImages,
        double percentAgreement,
        Estimate fleissKappa,
        Estimate gwetAc1,
        double krippendorffAlpha,
        Spread cohenKappa,
        VoteSummary votes) {

    static ExpressionAgreement of(Answers answers) {
        ChanceCorrected corrected = ChanceCorrected.of(answers, Weights.IDENTITY);
        return new ExpressionAgreement(
                answers.raters(),
                corrected.images(),
                corrected.percentAgreement(),
                corrected.fleissKappa(),
                corrected.gwetAc(),
                KrippendorffAlpha.of(answers, Metric.NOMINAL),
                new RaterPairs(answers).spread(PairCoefficient.COHEN_KAPPA),
                VoteSummary.of(answers));
    }
}
