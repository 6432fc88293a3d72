package org.c25.trainer.predict;

import java.util.List;
import java.util.stream.Stream;
import org.c25.trainer.Problem;
import org.c25.trainer.answers.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * What the outputs of a network mean.
 *
 * @param classes the C25 codes of its classes, in the order of its columns; empty if it has no expression
 * @param expression where the first class stands; null if it has no expression
 * @param width how many columns that output has; 0 if that is not known
 * @param probabilities whether it gives probabilities, and not what becomes probabilities by the softmax
 * @param valence where the valence stands; null if it has none
 * @param arousal where the arousal stands; null if it has none
 * @param low what it gives for −1 in valence and arousal
 * @param high what it gives for 1 in valence and arousal
 */
record Readout(
        List<Integer> classes,
        @Nullable Place expression,
        int width,
        boolean probabilities,
        @Nullable Place valence,
        @Nullable Place arousal,
        double low,
        double high) {

    private static final double SUM_TOLERANCE = 1e-3;

    Readout {
        classes = List.copyOf(classes);
    }

    /** Of a network whose classes become probabilities by the softmax, and whose values are those of AffectNet, −1 to 1. */
    static Readout of(
            List<Integer> classes,
            @Nullable Place expression,
            int width,
            @Nullable Place valence,
            @Nullable Place arousal) {
        return new Readout(classes, expression, width, false, valence, arousal, -1, 1);
    }

    /** Returns the outputs that it reads, each once, by name or number from 0. */
    List<String> outputs() {
        return Stream.of(expression, valence, arousal)
                .flatMap(Stream::ofNullable)
                .map(place -> place.output() == null ? String.valueOf(place.number()) : place.output())
                .distinct()
                .toList();
    }

    boolean hasValues() {
        return valence != null || arousal != null;
    }

    /** Whether it can say every expression. */
    boolean hasAllExpressions() {
        return classes.size() == Expressions.COUNT;
    }

    /**
     * Reads what the network says of one picture of a batch.
     *
     * @param images how many pictures the batch has
     * @param image which of them
     * @throws Problem if an output is missing or has another shape, or a number is NaN or infinite
     */
    Reading of(List<Output> outputs, int images, int image) {
        return new Reading(
                expression == null ? null : scores(outputs, images, image, expression),
                valence == null ? null : value("valence", outputs, images, image, valence),
                arousal == null ? null : value("arousal", outputs, images, image, arousal));
    }

    private double[] scores(List<Output> outputs, int images, int image, Place place) {
        Output output = place.in(outputs, images);
        int columns = output.width(images);
        if (width > 0 ? columns != width : columns < place.column() + classes.size()) {
            throw new Problem("The output " + output + " has " + columns + " columns, not "
                    + (width > 0 ? width : place.column() + classes.size()) + " as this preset expects.");
        }
        double[] given = new double[classes.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = finite("a class score", output.values()[image * columns + place.column() + i]);
        }
        double[] shares = probabilities ? checked(given) : softmax(given);
        double[] scores = new double[Expressions.COUNT];
        for (int i = 0; i < shares.length; i++) {
            scores[classes.get(i)] = shares[i];
        }
        return scores;
    }

    private static double[] softmax(double[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            highest = Math.max(highest, logit);
        }
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = StrictMath.exp(logits[i] - highest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double[] checked(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
            if (share < 0 || share > 1 + SUM_TOLERANCE) {
                throw new Problem("The network gives " + share + " for a class, which is no probability."
                        + " Are these logits (--scores logits)?");
            }
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new Problem("The class scores of an image add up to " + sum + " and not to 1."
                    + " Are these logits (--scores logits)?");
        }
        double[] whole = shares.clone();
        for (int i = 0; i < whole.length; i++) {
            whole[i] /= sum;
        }
        return whole;
    }

    private double value(String what, List<Output> outputs, int images, int image, Place place) {
        Output output = place.in(outputs, images);
        int columns = output.width(images);
        if (place.column() >= columns) {
            throw new Problem("The output " + output + " has no column " + place.column() + " for the " + what + ".");
        }
        double given = finite(what, output.values()[image * columns + place.column()]);
        return (given - low) / (high - low) * 2 - 1;
    }

    private static double finite(String what, float number) {
        if (!Float.isFinite(number)) {
            throw new Problem("The network gives " + number + " as " + what + ".");
        }
        return number;
    }
}
