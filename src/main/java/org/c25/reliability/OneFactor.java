package org.c25.reliability;

import java.util.Arrays;

/**
 * The model of one common factor, fitted by maximum likelihood to the correlations of the raters: an answer is loading ×
 * factor + what is the rater's own. EM by Rubin and Thayer; it starts from equal loadings, or from those of a similar
 * set, and ends when nothing changes by more than 10⁻⁷, or after 2,000 steps.
 *
 * <p>D. B. Rubin and D. T. Thayer, EM Algorithms for ML Factor Analysis, Psychometrika 47(1), 1982, 69–76.
 *
 * @param loadings of the standardised answers, by rater; together positive
 * @param uniquenesses the variance of each that is its own, {@value #LEAST} … 1
 */
record OneFactor(double[] loadings, double[] uniquenesses, boolean converged) {

    /** The least uniqueness, as in R's factanal: it keeps the likelihood from growing without end. */
    private static final double LEAST = 0.005;

    private static final double SMALL = 1e-7;
    private static final int MOST_STEPS = 2_000;
    private static final double USUAL = 0.7;

    /** @param correlations rater × rater, of at least three raters */
    static OneFactor of(double[][] correlations) {
        double[] loadings = new double[correlations.length];
        Arrays.fill(loadings, USUAL);
        double[] own = new double[correlations.length];
        Arrays.fill(own, 1 - USUAL * USUAL);
        return of(correlations, new OneFactor(loadings, own, false));
    }

    static OneFactor of(double[][] correlations, OneFactor from) {
        double[] loadings = from.loadings.clone();
        double[] own = from.uniquenesses.clone();
        double change = 1;
        for (int step = 0; step < MOST_STEPS && change > SMALL; step++) {
            change = step(correlations, loadings, own);
        }
        return new OneFactor(loadings, own, change <= SMALL);
    }

    /** Takes one step, and returns the greatest change. */
    private static double step(double[][] correlations, double[] loadings, double[] own) {
        int raters = loadings.length;
        double[] weights = new double[raters];
        double precision = 1;
        for (int rater = 0; rater < raters; rater++) {
            weights[rater] = loadings[rater] / own[rater];
            precision += loadings[rater] * weights[rater];
        }
        double second = 1;
        for (int rater = 0; rater < raters; rater++) {
            weights[rater] /= precision;
            second -= weights[rater] * loadings[rater];
        }
        double[] along = new double[raters];
        for (int rater = 0; rater < raters; rater++) {
            for (int other = 0; other < raters; other++) {
                along[rater] += correlations[rater][other] * weights[other];
            }
            second += weights[rater] * along[rater];
        }
        double change = 0;
        for (int rater = 0; rater < raters; rater++) {
            double loading = along[rater] / second;
            double left = Math.max(LEAST, 1 - loading * along[rater]);
            change = Math.max(change, Math.max(Math.abs(loading - loadings[rater]), Math.abs(left - own[rater])));
            loadings[rater] = loading;
            own[rater] = left;
        }
        return change;
    }
}
