package org.c25.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.c25.agreement.WeightedKappa.Weights;

/**
 * All pairs of raters, each by the table of what the two answered to the images that both did. A table says all that the
 * coefficients of a pair need, in whole numbers, after one pass over the images.
 */
final class RaterPairs {

    private final List<int[][]> tables = new ArrayList<>();

    RaterPairs(Answers answers) {
        for (int one = 0; one < answers.raters(); one++) {
            for (int other = one + 1; other < answers.raters(); other++) {
                tables.add(answers.table(one, other));
            }
        }
    }

    /** Cohen's kappa, {@link WeightedKappa}. */
    Spread cohenKappa() {
        return spread(table -> WeightedKappa.of(table, Weights.NOMINAL));
    }

    /** Lin's concordance, {@link Concordance}. */
    Spread concordance() {
        return spread(table -> Moments.of(table).concordance());
    }

    /** Pearson's correlation; undefined for a pair of which one always gives the same answer. */
    Spread pearson() {
        return spread(table -> Moments.of(table).pearson());
    }

    private Spread spread(ToDoubleFunction<int[][]> coefficient) {
        return Spread.of(tables.stream().mapToDouble(coefficient));
    }

    /**
     * @param n pairs of answers
     * @param xx n² times the variance of the first, by n
     * @param yy that of the second
     * @param xy n² times their covariance
     * @param apart n times the difference of their means
     */
    private record Moments(long n, long xx, long yy, long xy, long apart) {

        static Moments of(int[][] table) {
            long n = 0;
            long x = 0;
            long y = 0;
            long xx = 0;
            long yy = 0;
            long xy = 0;
            for (int i = 0; i < table.length; i++) {
                for (int j = 0; j < table.length; j++) {
                    long count = table[i][j];
                    n += count;
                    x += count * i;
                    y += count * j;
                    xx += count * i * i;
                    yy += count * j * j;
                    xy += count * i * j;
                }
            }
            return new Moments(n, n * xx - x * x, n * yy - y * y, n * xy - x * y, x - y);
        }

        double concordance() {
            long spread = xx + yy + apart * apart;
            return n < 2 || spread == 0 ? Double.NaN : 2.0 * xy / spread;
        }

        double pearson() {
            return xx == 0 || yy == 0 ? Double.NaN : xy / (Math.sqrt(xx) * Math.sqrt(yy));
        }
    }
}
