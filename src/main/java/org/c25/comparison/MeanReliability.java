package org.c25.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;

/**
 * The reliability of the mean of the participants on a scale: which share of the variance of the images' means would be
 * there again with other answers of such people.
 *
 * <p>It is σ²<sub>image</sub> / (σ²<sub>image</sub> + σ²<sub>rest</sub> · h + σ²<sub>rater</sub> · g), with the components of
 * variance of {@link TwoWayComponents}, h the mean over the images of 1 / (number of answers), and g the sum over the raters
 * of the variance over the images of their weight in the mean, which is 1 / (number of answers) where they answered and 0
 * where they did not. So the raters' levels are noise only as far as images have different raters.
 *
 * <p>Where everybody who answered has answered all images g is 0, and all of it is Cronbach's α, which is ICC(3, k): a
 * participant who is always higher than others shifts all means alike, which no correlation sees.
 *
 * <p>L. J. Cronbach, Coefficient Alpha and the Internal Structure of Tests, Psychometrika 16(3), 1951, 297–334. R. L.
 * Brennan, Generalizability Theory, Springer, 2001, chapter 7 (unbalanced designs).
 */
final class MeanReliability {

    private final byte[][] answers;
    private final boolean complete;

    /**
     * Takes the answers of a dimension.
     *
     * @param images the images that count, by their numbers in the ratings
     */
    MeanReliability(Ratings ratings, Dimension dimension, int[] images) {
        Ratings some = ratings.only(images);
        this.answers = some.images() == 0
                ? new byte[0][]
                : IntStream.range(0, some.slots())
                        .mapToObj(slot -> some.column(dimension, slot))
                        .filter(MeanReliability::hasAnswer)
                        .toArray(byte[][]::new);
        this.complete = Arrays.stream(answers).noneMatch(MeanReliability::hasGap);
    }

    private static boolean hasAnswer(byte[] column) {
        for (byte answer : column) {
            if (answer != Ratings.NONE) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasGap(byte[] column) {
        for (byte answer : column) {
            if (answer == Ratings.NONE) {
                return true;
            }
        }
        return false;
    }

    /** Whether everybody has answered all images, so that it is Cronbach's α. */
    boolean isComplete() {
        return complete;
    }

    /**
     * Returns the reliability.
     *
     * @param drawn places in the images that count, each as often as it is drawn
     * @return at most 1; below 0 where the images differ less than chance; NaN for fewer than two raters or images, where
     *     all means are equal, and where the answers are too few to tell images, raters and the rest apart
     */
    double of(int[] drawn) {
        if (answers.length < 2 || drawn.length < 2) {
            return Double.NaN;
        }
        TwoWayComponents components = TwoWayComponents.of(answers, drawn);
        double noise = components.rest() * inverseOfAnswers(drawn)
                + Math.max(0, components.rater()) * (complete ? 0 : differenceOfWeights(drawn));
        double all = components.image() + noise;
        return all > TwoWayComponents.ROUNDING ? components.image() / all : Double.NaN;
    }

    private double inverseOfAnswers(int[] drawn) {
        return IntStream.of(drawn).mapToDouble(image -> 1.0 / given(image)).sum() / drawn.length;
    }

    private int given(int image) {
        int given = 0;
        for (byte[] column : answers) {
            given += column[image] == Ratings.NONE ? 0 : 1;
        }
        return given;
    }

    private double differenceOfWeights(int[] drawn) {
        int[] given = IntStream.of(drawn).map(this::given).toArray();
        double differences = 0;
        for (byte[] column : answers) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < drawn.length; i++) {
                double weight = column[drawn[i]] == Ratings.NONE ? 0 : 1.0 / given[i];
                sum += weight;
                squares += weight * weight;
            }
            differences += (squares - sum * sum / drawn.length) / (drawn.length - 1);
        }
        return differences;
    }
}
