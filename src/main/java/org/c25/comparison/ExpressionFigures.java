package org.c25.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Expression;
import org.c25.agreement.WeightedKappa;
import org.c25.agreement.WeightedKappa.Weights;

/**
 * The figures that say how far a rater's expressions are those of a reference. An undefined figure is NaN.
 *
 * @param images the images of which both have an expression; all the rest rests on these
 * @param accuracy the share of them with the same expression
 * @param kappa Cohen's kappa, unweighted (Cohen 1960)
 * @param macroF1 the mean F1 of the expressions that occur in either
 * @param confusion images by the reference's expression, then the rater's
 */
public record ExpressionFigures(
        int images, double accuracy, double kappa, double macroF1, List<List<Integer>> confusion) {

    /**
     * Compares a rater with a reference.
     *
     * @param reference codes 0 … 7, or −1; of the same length as those of the rater
     */
    public static ExpressionFigures of(int[] reference, int[] rater) {
        int categories = Expression.all().size();
        int[][] confusion = new int[categories][categories];
        int images = 0;
        int same = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] >= 0 && rater[i] >= 0) {
                confusion[reference[i]][rater[i]]++;
                images++;
                same += reference[i] == rater[i] ? 1 : 0;
            }
        }
        List<List<Integer>> table = Arrays.stream(confusion)
                .map(row -> IntStream.of(row).boxed().toList())
                .toList();
        return new ExpressionFigures(
                images,
                images == 0 ? Double.NaN : (double) same / images,
                WeightedKappa.of(reference, rater, categories, Weights.NOMINAL),
                classes(table).stream()
                        .mapToDouble(ClassFigures::f1)
                        .filter(f1 -> !Double.isNaN(f1))
                        .average()
                        .orElse(Double.NaN),
                table);
    }

    /** Returns one line per expression, in the order of the codes. */
    public List<ClassFigures> classes() {
        return classes(confusion);
    }

    private static List<ClassFigures> classes(List<List<Integer>> confusion) {
        return Expression.all().stream()
                .map(one -> ClassFigures.of(one, confusion))
                .toList();
    }

    /**
     * The figures that say how far a rater finds one expression.
     *
     * @param reference how often the reference has it
     * @param rater how often the rater has it
     * @param both how often both have it of the same image
     */
    public record ClassFigures(Expression expression, int reference, int rater, int both) {

        static ClassFigures of(Expression expression, List<List<Integer>> confusion) {
            int code = expression.code();
            return new ClassFigures(
                    expression,
                    confusion.get(code).stream().mapToInt(Integer::intValue).sum(),
                    confusion.stream().mapToInt(row -> row.get(code)).sum(),
                    confusion.get(code).get(code));
        }

        /**
         * Returns the share of the reference's images with this expression that the rater calls so, too; NaN if there
         * are none.
         */
        public double recall() {
            return reference == 0 ? Double.NaN : (double) both / reference;
        }

        /**
         * Returns the share of the rater's images with this expression that the reference calls so, too; NaN if there
         * are none.
         */
        public double precision() {
            return rater == 0 ? Double.NaN : (double) both / rater;
        }

        /** Returns the harmonic mean of the two: 2 both / (reference + rater); NaN if neither has any. */
        public double f1() {
            return reference + rater == 0 ? Double.NaN : 2.0 * both / (reference + rater);
        }
    }
}
