package org.c25.comparison;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The answers of one rater to each image. The rater is a participant, a model, or all participants together.
 *
 * <p>An expression is a C25 code (0 … 7) or {@link #NONE}; valence and arousal are −1 … 1, or NaN if there is none.
 */
public final class RaterSeries {

    public static final int NONE = -1;

    private final int[] expression;
    private final double[] valence;
    private final double[] arousal;

    /**
     * Takes the arrays as they are: callers must not change them afterwards.
     *
     * @throws IllegalArgumentException if their lengths differ
     */
    public RaterSeries(int[] expression, double[] valence, double[] arousal) {
        if (expression.length != valence.length || expression.length != arousal.length) {
            throw new IllegalArgumentException("three series of one length");
        }
        this.expression = expression;
        this.valence = valence;
        this.arousal = arousal;
    }

    /** Returns a series that says nothing of so many images. */
    public static RaterSeries silent(int images) {
        RaterSeries series = new RaterSeries(new int[images], new double[images], new double[images]);
        Arrays.fill(series.expression, NONE);
        Arrays.fill(series.valence, Double.NaN);
        Arrays.fill(series.arousal, Double.NaN);
        return series;
    }

    public int images() {
        return expression.length;
    }

    public int[] expression() {
        return expression;
    }

    public double[] valence() {
        return valence;
    }

    public double[] arousal() {
        return arousal;
    }

    /** Returns the number of images of which it says anything. */
    public int answered() {
        return answeredImages().length;
    }

    /** Returns the images of which it says anything. */
    int[] answeredImages() {
        return IntStream.range(0, images()).filter(this::isAnswered).toArray();
    }

    private boolean isAnswered(int image) {
        return expression[image] != NONE || !Double.isNaN(valence[image]) || !Double.isNaN(arousal[image]);
    }

    /**
     * Returns the same rater on other images.
     *
     * @param place gives the index of each of them in this series; the rater says nothing of an image whose index lies
     *     outside
     */
    public RaterSeries at(int images, IntUnaryOperator place) {
        RaterSeries there = silent(images);
        for (int i = 0; i < images; i++) {
            int from = place.applyAsInt(i);
            if (from >= 0 && from < images()) {
                there.expression[i] = expression[from];
                there.valence[i] = valence[from];
                there.arousal[i] = arousal[from];
            }
        }
        return there;
    }

    /** Returns the same rater on only those images of which another one speaks, too, each dimension by itself. */
    public RaterSeries where(RaterSeries other) {
        RaterSeries there = silent(images());
        for (int i = 0; i < images(); i++) {
            there.expression[i] = other.expression[i] == NONE ? NONE : expression[i];
            there.valence[i] = Double.isNaN(other.valence[i]) ? Double.NaN : valence[i];
            there.arousal[i] = Double.isNaN(other.arousal[i]) ? Double.NaN : arousal[i];
        }
        return there;
    }
}
