package org.c25.trainer.answers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The answers to images, a column a rater. Values are floats: C25 codes 0 … 7 for the expression, −1 … 1 for valence and
 * arousal, NaN where there is none.
 *
 * @param images the file name of each image
 * @param raters the name of each rater, such as {@code participant3}
 * @param values for each dimension that is there: image × rater
 */
public record Answers(List<String> images, List<String> raters, Map<Dimension, float[][]> values) {

    public Answers {
        images = List.copyOf(images);
        raters = List.copyOf(raters);
        values = Map.copyOf(values);
    }

    public boolean has(Dimension dimension) {
        return values.containsKey(dimension);
    }

    /** Returns an image's answers, a rater each; NaN where there is none. */
    public float[] of(Dimension dimension, int image) {
        return Objects.requireNonNull(values.get(dimension))[image];
    }

    public int count(Dimension dimension, int image) {
        return (int) present(of(dimension, image)).count();
    }

    /** Returns how many raters gave an answer to whatever image. */
    public long answering(Dimension dimension) {
        return IntStream.range(0, raters.size())
                .filter(rater -> Arrays.stream(values.get(dimension)).anyMatch(row -> !Float.isNaN(row[rater])))
                .count();
    }

    /** Returns the share of each expression among an image's answers; all 0 where there is none. */
    public float[] shares(int image) {
        float[] shares = new float[Expressions.COUNT];
        present(of(Dimension.EXPRESSION, image)).forEach(at -> shares[(int) of(Dimension.EXPRESSION, image)[at]]++);
        int count = Math.max(1, count(Dimension.EXPRESSION, image));
        for (int code = 0; code < shares.length; code++) {
            shares[code] /= count;
        }
        return shares;
    }

    /** Returns the most frequent answer to an image, the smallest on a tie; NaN where there is none. */
    public float mode(Dimension dimension, int image) {
        float[] sorted = sorted(of(dimension, image));
        float mode = Float.NaN;
        int most = 0;
        for (int at = 0, run = 0; at < sorted.length; at++) {
            run = at > 0 && sorted[at] == sorted[at - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                mode = sorted[at];
            }
        }
        return mode;
    }

    /** Returns the mean answer to an image; NaN where there is none. */
    public float mean(Dimension dimension, int image) {
        float[] sorted = sorted(of(dimension, image));
        double sum = 0;
        for (float one : sorted) {
            sum += one;
        }
        return (float) (sum / sorted.length);
    }

    /** Returns what a model's answer is held against: the majority of an expression, the mean of a scale. */
    public float reference(Dimension dimension, int image) {
        return dimension.isScale() ? mean(dimension, image) : mode(dimension, image);
    }

    /** Returns the answers without the columns in which nobody answered anything: slots that nobody has taken. */
    public Answers withoutFreeColumns() {
        int[] taken = IntStream.range(0, raters.size())
                .filter(rater -> values.values().stream()
                        .anyMatch(rows -> Arrays.stream(rows).anyMatch(row -> !Float.isNaN(row[rater]))))
                .toArray();
        Map<Dimension, float[][]> some = new EnumMap<>(Dimension.class);
        values.forEach((dimension, rows) -> some.put(
                dimension, Arrays.stream(rows).map(row -> columns(row, taken)).toArray(float[][]::new)));
        return new Answers(images, Arrays.stream(taken).mapToObj(raters::get).toList(), some);
    }

    private static float[] columns(float[] row, int[] taken) {
        float[] some = new float[taken.length];
        for (int at = 0; at < taken.length; at++) {
            some[at] = row[taken[at]];
        }
        return some;
    }

    /** Returns the answers of some raters alone; the others' columns stay, and are empty. */
    public Answers of(IntPredicate rater) {
        Map<Dimension, float[][]> some = new EnumMap<>(Dimension.class);
        values.forEach((dimension, rows) -> some.put(
                dimension, Arrays.stream(rows).map(row -> blanked(row, rater)).toArray(float[][]::new)));
        return new Answers(images, raters, some);
    }

    private static float[] blanked(float[] row, IntPredicate rater) {
        float[] some = row.clone();
        for (int at = 0; at < some.length; at++) {
            if (!rater.test(at)) {
                some[at] = Float.NaN;
            }
        }
        return some;
    }

    private static float[] sorted(float[] row) {
        float[] sorted = new float[(int) present(row).count()];
        int next = 0;
        for (float one : row) {
            if (!Float.isNaN(one)) {
                sorted[next++] = one;
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static IntStream present(float[] row) {
        return IntStream.range(0, row.length).filter(at -> !Float.isNaN(row[at]));
    }
}
