package org.c25.agreement;

import org.c25.affect.Step;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.KrippendorffAlpha.Metric;

/**
 * How the raters agree on valence or on arousal. What is undefined is NaN.
 *
 * @param raters who gave at least one of these answers
 * @param completeImages images that every rater answered: what AC2 and ICC rest on
 * @param gwetAc2Ordinal AC2 with ordinal weights
 * @param gwetAc2Quadratic AC2 with quadratic weights
 * @param ccc Lin's concordance over all pairs of raters, each by the images that both answered
 * @param pearson Pearson's correlation, likewise
 * @param grandMean of all answers, −1 … 1
 */
public record ScaleAgreement(
        int raters,
        int completeImages,
        double krippendorffAlphaNominal,
        double krippendorffAlphaOrdinal,
        double krippendorffAlphaInterval,
        Estimate gwetAc2Ordinal,
        Estimate gwetAc2Quadratic,
        IntraclassCorrelation icc,
        Spread ccc,
        Spread pearson,
        VoteSummary votes,
        double grandMean) {

    static ScaleAgreement of(Answers answers) {
        ChanceCorrected ordinal = ChanceCorrected.of(answers, Weights.ORDINAL);
        RaterPairs pairs = new RaterPairs(answers);
        return new ScaleAgreement(
                answers.raters(),
                ordinal.images(),
                KrippendorffAlpha.of(answers, Metric.NOMINAL),
                KrippendorffAlpha.of(answers, Metric.ORDINAL),
                KrippendorffAlpha.of(answers, Metric.INTERVAL),
                ordinal.gwetAc(),
                ChanceCorrected.of(answers, Weights.QUADRATIC).gwetAc(),
                IntraclassCorrelation.of(answers),
                pairs.spread(PairCoefficient.CONCORDANCE),
                pairs.spread(PairCoefficient.PEARSON),
                VoteSummary.of(answers),
                grandMean(answers));
    }

    private static double grandMean(Answers answers) {
        long given = 0;
        long fromMiddle = 0;
        for (int[] image : answers.counts()) {
            for (int category = 0; category < image.length; category++) {
                given += image[category];
                fromMiddle += (long) image[category] * (category + Step.LEAST - Step.MIDDLE);
            }
        }
        return given == 0 ? Double.NaN : fromMiddle / 4.0 / given;
    }
}
