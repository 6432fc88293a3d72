package org.c25.agreement;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.affect.Step;
import org.c25.agreement.KrippendorffAlpha.Metric;

/**
 * The figures of one dimension in many draws of its images, for {@link Bootstrap}; the first draw is the set itself.
 *
 * <p>A draw says how often each image is in it. {@value #AT_ONCE} draws are taken at once: an image of a pair of raters
 * is read once for all of them, in a loop over neighbouring numbers that the compiler turns into vector instructions.
 */
final class DrawnFigures {

    /** The number of draws in one block. */
    static final int AT_ONCE = 64;

    private final Answers answers;
    private final int categories;
    private final double[] grandMean;
    private final Map<Metric, double[]> alphas = new EnumMap<>(Metric.class);
    private final Map<PairCoefficient, double[]> means = new EnumMap<>(PairCoefficient.class);

    DrawnFigures(Answers answers, int draws, List<Metric> metrics, List<PairCoefficient> coefficients) {
        this.answers = answers;
        this.categories = answers.categories();
        this.grandMean = new double[draws + 1];
        metrics.forEach(metric -> alphas.put(metric, new double[draws + 1]));
        coefficients.forEach(coefficient -> means.put(coefficient, new double[draws + 1]));
    }

    /**
     * Takes a block of draws.
     *
     * @param times how often the image is in the draw, by image, then by draw of this block
     * @param first the number of the block's first draw
     * @param draws how many draws of the block are used
     */
    void take(int[] times, int first, int draws) {
        takePairs(times, first, draws);
        KrippendorffAlpha sum = new KrippendorffAlpha(categories);
        for (int draw = 0; draw < draws; draw++) {
            sum.clear();
            for (int image = 0; image < answers.images(); image++) {
                int here = times[image * AT_ONCE + draw];
                if (here > 0) {
                    sum.add(answers.counts()[image], here);
                }
            }
            for (Map.Entry<Metric, double[]> alpha : alphas.entrySet()) {
                alpha.getValue()[first + draw] = sum.of(alpha.getKey());
            }
            takeMean(times, draw, first + draw);
        }
    }

    private void takePairs(int[] times, int first, int draws) {
        PairCoefficient[] coefficients = means.keySet().toArray(PairCoefficient[]::new);
        double[][] sums = new double[coefficients.length][draws];
        double[][] weights = new double[coefficients.length][draws];
        int[] cells = new int[categories * categories * AT_ONCE];
        int[][] table = new int[categories][categories];
        for (int one = 0; one < answers.comparable(); one++) {
            for (int other = one + 1; other < answers.comparable(); other++) {
                int shared = count(answers.of(one), answers.of(other), times, cells);
                if (!Basis.isEnough(shared, answers.images())) {
                    continue;
                }
                for (int draw = 0; draw < draws; draw++) {
                    int drawn = read(cells, draw, table);
                    for (int which = 0; which < coefficients.length; which++) {
                        double value = coefficients[which].of(table);
                        if (!Double.isNaN(value)) {
                            sums[which][draw] += drawn * value;
                            weights[which][draw] += drawn;
                        }
                    }
                }
            }
        }
        for (int which = 0; which < coefficients.length; which++) {
            double[] mean = of(means, coefficients[which]);
            for (int draw = 0; draw < draws; draw++) {
                mean[first + draw] = sums[which][draw] / weights[which][draw];
            }
        }
    }

    /**
     * Counts the answers of a pair of raters, by category of the one, category of the other, and draw.
     *
     * @return how many images of the set both answered
     */
    private int count(byte[] one, byte[] other, int[] times, int[] cells) {
        Arrays.fill(cells, 0);
        int shared = 0;
        for (int image = 0; image < one.length; image++) {
            if (one[image] >= 0 && other[image] >= 0) {
                shared++;
                add(times, image * AT_ONCE, cells, (one[image] * categories + other[image]) * AT_ONCE);
            }
        }
        return shared;
    }

    private static void add(int[] times, int from, int[] cells, int to) {
        for (int draw = 0; draw < AT_ONCE; draw++) {
            cells[to + draw] += times[from + draw];
        }
    }

    /**
     * Copies the counts of one draw into a table.
     *
     * @return how many images there are in the table
     */
    private static int read(int[] cells, int draw, int[][] table) {
        int images = 0;
        int cell = draw;
        for (int[] row : table) {
            for (int category = 0; category < row.length; category++) {
                row[category] = cells[cell];
                images += cells[cell];
                cell += AT_ONCE;
            }
        }
        return images;
    }

    private void takeMean(int[] times, int draw, int number) {
        long given = 0;
        long fromMiddle = 0;
        for (int image = 0; image < answers.images(); image++) {
            long here = times[image * AT_ONCE + draw];
            if (here > 0) {
                int[] counts = answers.counts()[image];
                for (int category = 0; category < categories; category++) {
                    given += here * counts[category];
                    fromMiddle += here * counts[category] * (category + Step.LEAST - Step.MIDDLE);
                }
            }
        }
        grandMean[number] = given == 0 ? Double.NaN : fromMiddle / 4.0 / given;
    }

    Estimate grandMean() {
        return estimate(grandMean);
    }

    Estimate alpha(Metric metric) {
        return estimate(of(alphas, metric));
    }

    Estimate mean(PairCoefficient coefficient) {
        return estimate(of(means, coefficient));
    }

    private static <K extends Enum<K>> double[] of(Map<K, double[]> figures, K key) {
        return Objects.requireNonNull(figures.get(key), () -> key + " was not asked for");
    }

    private static Estimate estimate(double[] values) {
        double[] drawn = Arrays.copyOfRange(values, 1, values.length);
        return new Estimate(
                values[0],
                Spread.of(Arrays.stream(drawn)).sd(),
                Quantiles.of(drawn, Quantiles.LOWER),
                Quantiles.of(drawn, Quantiles.UPPER));
    }
}
