package org.c25.agreement;

import org.c25.affect.Step;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.KrippendorffAlpha.Metric;

/**
 * The figures of how far the raters agree on valence or on arousal. An undefined figure is NaN.
 *
 * @param shared the basis of α and AC2
 * @param complete the basis of ICC(2, …) and ICC(3, …)
 * @param oneWay the basis of ICC(1, …)
 * @param pairs the basis of CCC
 * @param pearsonPairs the basis of Pearson's correlation
 * @param gwetAc2Ordinal AC2 with ordinal weights
 * @param gwetAc2Quadratic AC2 with quadratic weights
 * @param ccc the mean of Lin's concordance over the pairs of raters that share enough images, each by the images that
 *     both answered
 * @param pearson the mean of Pearson's correlation over the same pairs
 * @param grandMean the mean of all answers, −1 … 1
 */
public record ScaleAgreement(
        Basis shared,
        Basis complete,
        Basis oneWay,
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
                Basis.ofOneWay(answers),
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
