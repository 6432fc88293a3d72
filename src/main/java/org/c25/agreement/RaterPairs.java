package org.c25.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All pairs of raters, each by the table of what the two answered to the images that both did. A table says all that the
 * coefficients of a pair need, in whole numbers, after one pass over the images.
 */
final class RaterPairs {

    private final int raters;
    private final List<int[][]> tables = new ArrayList<>();

    RaterPairs(Answers answers) {
        this.raters = answers.raters();
        for (int one = 0; one < raters; one++) {
            for (int other = one + 1; other < raters; other++) {
                tables.add(answers.table(one, other));
            }
        }
    }

    /** Over all pairs. */
    Spread spread(PairCoefficient coefficient) {
        return Spread.of(tables.stream().mapToDouble(coefficient::of));
    }

    /** Rater × rater, the same on both sides of the diagonal; NaN on it, and where the coefficient is undefined. */
    double[][] matrix(PairCoefficient coefficient) {
        double[][] matrix = new double[raters][raters];
        int pair = 0;
        for (int one = 0; one < raters; one++) {
            matrix[one][one] = Double.NaN;
            for (int other = one + 1; other < raters; other++) {
                matrix[one][other] = coefficient.of(tables.get(pair++));
                matrix[other][one] = matrix[one][other];
            }
        }
        return matrix;
    }

    /** For each rater the mean over the others with whom the coefficient is defined; NaN if there are none. */
    double[] means(PairCoefficient coefficient) {
        return Arrays.stream(matrix(coefficient))
                .mapToDouble(row -> Spread.of(Arrays.stream(row)).mean())
                .toArray();
    }
}
