package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.measures.ScaleMeasures;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Study;

/** What a rater's answers to the training images show by themselves, to stand beside what a crowd layer has learned. */
final class Observed {

    private static final int FEWEST = 3;

    private Observed() {}

    /**
     * Returns how far a rater uses a scale: the slope of their answers on the mean of all raters; NaN with fewer than three
     * answers, or where the mean is the same everywhere.
     */
    static double scale(Study study, Dimension dimension, LearnedRater rater) {
        Answers answers = study.answers();
        int column = answers.raters().indexOf(rater.name());
        if (column < 0 || !answers.has(dimension)) {
            return Double.NaN;
        }
        List<Double> own = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        for (int image : study.train()) {
            float answer = answers.of(dimension, image)[column];
            if (!Float.isNaN(answer)) {
                own.add((double) answer);
                mean.add((double) answers.mean(dimension, image));
            }
        }
        return own.size() < FEWEST ? Double.NaN : slope(own, mean);
    }

    private static double slope(List<Double> y, List<Double> x) {
        double meanX = x.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double meanY = y.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double xx = 0;
        double xy = 0;
        for (int at = 0; at < x.size(); at++) {
            xx += (x.get(at) - meanX) * (x.get(at) - meanX);
            xy += (x.get(at) - meanX) * (y.get(at) - meanY);
        }
        return xx < 1e-12 ? Double.NaN : xy / xx;
    }

    /** Returns the correlation of those pairs of which both are known; NaN if there are fewer than two, or one never changes. */
    static double correlation(List<Double> one, List<Double> other) {
        List<double[]> pairs = new ArrayList<>();
        for (int at = 0; at < one.size(); at++) {
            if (Double.isFinite(one.get(at)) && Double.isFinite(other.get(at))) {
                pairs.add(new double[] {one.get(at), other.get(at)});
            }
        }
        return ScaleMeasures.of(
                        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                        pairs.stream().mapToDouble(pair -> pair[1]).toArray())
                .pearson();
    }
}
