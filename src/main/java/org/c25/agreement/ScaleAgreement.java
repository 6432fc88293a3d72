package org.c25.agreement;

import org.c25.affect.Step;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.KrippendorffAlpha.Metric;

/**
 * How the raters agree on valence or on arousal. What is undefined is NaN.
 *
 * @param shared what α and AC2 rest on
 * @param complete what ICC rests on
 * @param pairs what CCC rests on
 * @param pearsonPairs what Pearson's correlation rests on
 * @param gwetAc2Ordinal AC2 with ordinal weights
 * @param gwetAc2Quadratic AC2 with quadratic weights
 * @param ccc Lin's concordance over the pairs of raters that share enough images, each by those that both answered
 * @param pearson Pearson's correlation, likewise
 * @param grandMean of all answers, −1 … 1
 */
public record ScaleAgreement(
        Basis shared,
        Basis complete,
        Basis pairs,
        Basis pearsonPairs,
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
        RaterPairs pairs = new RaterPairs(answers);
        Spread ccc = pairs.spread(PairCoefficient.CONCORDANCE);
        Spread pearson = pairs.spread(PairCoefficient.PEARSON);
        return new ScaleAgreement(
                Basis.shared(answers),
                Basis.complete(answers),
                Basis.pairs(pairs, ccc),
                Basis.pairs(pairs, pearson),
                KrippendorffAlpha.of(answers, Metric.NOMINAL),
                KrippendorffAlpha.of(answers, Metric.ORDINAL),
                KrippendorffAlpha.of(answers, Metric.INTERVAL),
                ChanceCorrected.of(answers, Weights.ORDINAL).gwetAc(),
                ChanceCorrected.of(answers, Weights.QUADRATIC).gwetAc(),
                IntraclassCorrelation.of(answers),
                ccc,
                pearson,
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
