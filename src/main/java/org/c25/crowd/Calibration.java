package org.c25.crowd;

import java.util.function.DoubleUnaryOperator;

/**
 * How well soft labels foretell what people answer. All figures are NaN where there is no answer to compare with.
 *
 * <p>They are held against answers, not against any truth. People err, so labels that are sure of the truth are too sure
 * of the next answer: the temperature says by how much.
 *
 * @param answers how many answers were foretold
 * @param logLoss the mean of −ln of the probability of what was answered, in nats; no probability counts for less than
 *     {@value #FLOOR}
 * @param brier the mean squared distance from what was answered, over all categories, 0 … 2 (G. W. Brier, Verification of
 *     Forecasts Expressed in Terms of Probability, Monthly Weather Review 78(1), 1950, 1–3)
 * @param expectedError the mean distance of the labels' confidence from how often they are right, in {@value #BINS} bins
 *     of equal width, 0 … 1 (M. P. Naeini, G. F. Cooper and M. Hauskrecht, Obtaining Well Calibrated Probabilities Using
 *     Bayesian Binning, AAAI, 2015)
 * @param temperature that by which the log loss is least, {@value #COLDEST} … {@value #HOTTEST}: above 1 the labels are
 *     too sure, below 1 not sure enough; 1 if no other one is better (C. Guo and others, On Calibration of Modern Neural
 *     Networks, ICML, 2017)
 * @param temperedLogLoss the log loss at that temperature
 */
public record Calibration(
        int answers, double logLoss, double brier, double expectedError, double temperature, double temperedLogLoss) {

    static final double FLOOR = 1e-6;
    static final int BINS = 10;
    static final double COLDEST = 0.05;
    static final double HOTTEST = 50;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int SECTIONS = 25;

    public static Calibration of(Foretold foretold) {
        if (foretold.size() == 0) {
            return new Calibration(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double loss = logLoss(foretold, 1);
        double temperature = StrictMath.exp(
                least(log -> logLoss(foretold, StrictMath.exp(log)), StrictMath.log(COLDEST), StrictMath.log(HOTTEST)));
        double tempered = logLoss(foretold, temperature);
        boolean helps = tempered < loss;
        return new Calibration(
                foretold.size(),
                loss,
                brier(foretold),
                expectedError(foretold),
                helps ? temperature : 1,
                helps ? tempered : loss);
    }

    private static double logLoss(Foretold foretold, double temperature) {
        double loss = 0;
        for (int pair = 0; pair < foretold.size(); pair++) {
            double[] label = SoftLabels.tempered(foretold.label(pair), temperature);
            loss -= StrictMath.log(Math.max(FLOOR, label[foretold.answer(pair)]));
        }
        return loss / foretold.size();
    }

    private static double brier(Foretold foretold) {
        double sum = 0;
        for (int pair = 0; pair < foretold.size(); pair++) {
            double[] label = foretold.label(pair);
            for (int category = 0; category < label.length; category++) {
                double off = label[category] - (category == foretold.answer(pair) ? 1 : 0);
                sum += off * off;
            }
        }
        return sum / foretold.size();
    }

    private static double expectedError(Foretold foretold) {
        double[] surplus = new double[BINS];
        for (int pair = 0; pair < foretold.size(); pair++) {
            double[] label = foretold.label(pair);
            int best = SoftLabels.best(label);
            surplus[bin(label[best])] += label[best] - (best == foretold.answer(pair) ? 1 : 0);
        }
        double sum = 0;
        for (double one : surplus) {
            sum += Math.abs(one);
        }
        return sum / foretold.size();
    }

    /** Returns the bin of a confidence, from 0. */
    static int bin(double confidence) {
        return Math.min(BINS - 1, (int) (BINS * confidence));
    }

    /** Returns where a function of one dip is least, by golden section. */
    private static double least(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int section = 0; section < SECTIONS; section++) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }
}
