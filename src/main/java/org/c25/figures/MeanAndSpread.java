package org.c25.figures;

import org.c25.affect.Step;
import org.c25.agreement.ImageVotes;

/**
 * Mean and spread of one image's answers on a scale, −1 … 1.
 *
 * @param mean NaN without answers
 * @param sd the sample standard deviation, by n − 1; NaN below two answers
 */
public record MeanAndSpread(int answers, double mean, double sd) {

    public static MeanAndSpread of(ImageVotes votes) {
        int n = votes.answers();
        long sum = 0;
        long squares = 0;
        for (int category = 0; category < Step.GREATEST; category++) {
            long fromMiddle = category + Step.LEAST - Step.MIDDLE;
            sum += votes.votes(category) * fromMiddle;
            squares += votes.votes(category) * fromMiddle * fromMiddle;
        }
        // The sums count whole quarters, so that equal answers have a spread of exactly 0.
        double variance = n < 2 ? Double.NaN : (double) (n * squares - sum * sum) / ((double) n * (n - 1)) / 16;
        return new MeanAndSpread(n, n == 0 ? Double.NaN : sum / 4.0 / n, Math.sqrt(variance));
    }

    /** Returns the standard error of the mean: sd / √n. */
    public double standardError() {
        return sd / Math.sqrt(answers);
    }
}
