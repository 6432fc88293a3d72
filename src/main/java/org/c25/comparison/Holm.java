package org.c25.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Probabilities of several tests, adjusted so that the chance of any false alarm stays below the level of each.
 *
 * <p>S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6(2), 1979,
 * 65–70.
 */
final class Holm {

    private Holm() {}

    /**
     * Adjusts: the smallest of m is multiplied by m, the next by m − 1 …, none below the one before, none above 1.
     *
     * @param probabilities 0 … 1; NaN, where there was no test, stays and does not count
     */
    static double[] adjust(double[] probabilities) {
        int[] order = IntStream.range(0, probabilities.length)
                .filter(i -> !Double.isNaN(probabilities[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[probabilities.length];
        Arrays.fill(adjusted, Double.NaN);
        double before = 0;
        for (int rank = 0; rank < order.length; rank++) {
            before = Math.max(before, Math.min(1, (order.length - rank) * probabilities[order[rank]]));
            adjusted[order[rank]] = before;
        }
        return adjusted;
    }
}
