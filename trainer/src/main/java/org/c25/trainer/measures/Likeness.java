package org.c25.trainer.measures;

import java.util.ArrayList;
import java.util.List;

/** How much two confusion matrices are alike. */
public final class Likeness {

    private Likeness() {}

    /** Returns Pearson's r over all cells of the rows that both know; NaN if there is no such row, or one is the same everywhere. */
    public static double of(double[][] one, double[][] other) {
        List<double[]> pairs = new ArrayList<>();
        for (int row = 0; row < one.length; row++) {
            for (int column = 0; column < one[row].length; column++) {
                if (!Double.isNaN(one[row][column]) && !Double.isNaN(other[row][column])) {
                    pairs.add(new double[] {one[row][column], other[row][column]});
                }
            }
        }
        return ScaleMeasures.of(column(pairs, 0), column(pairs, 1)).pearson();
    }

    private static double[] column(List<double[]> pairs, int at) {
        return pairs.stream().mapToDouble(pair -> pair[at]).toArray();
    }
}
