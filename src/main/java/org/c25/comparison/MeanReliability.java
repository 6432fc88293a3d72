package org.c25.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;

/**
 * The reliability of the mean of the participants on a scale: which share of the variance of the images' means would be
 * there again with other answers of such people.
 *
 * <p>Where everybody who answered has answered all images it is Cronbach's α, which is ICC(3, k): a participant who is
 * always higher than others shifts all means alike, which no correlation sees. With gaps such shifts make noise, and it
 * is Ebel's reliability of averages with unequal numbers of answers, (MS<sub>between</sub> − MS<sub>within</sub>) /
 * MS<sub>between</sub>.
 *
 * <p>L. J. Cronbach, Coefficient Alpha and the Internal Structure of Tests, Psychometrika 16(3), 1951, 297–334. R. L.
 * Ebel, Estimation of the Reliability of Ratings, Psychometrika 16(4), 1951, 407–424.
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
     * @return at most 1; below 0 where the images differ less than chance; NaN for fewer than two raters or images, and
     *     where all means are equal
     */
    double of(int[] drawn) {
        if (answers.length < 2 || drawn.length < 2) {
            return Double.NaN;
        }
        return complete ? alpha(drawn) : ofUnequalNumbers(drawn);
    }

    /** All sums are whole numbers, so that only the divisions round. */
    private double alpha(int[] drawn) {
        long n = drawn.length;
        long ofRaters = 0;
        for (byte[] column : answers) {
            long sum = 0;
            long squares = 0;
            for (int image : drawn) {
                sum += column[image];
                squares += (long) column[image] * column[image];
            }
            ofRaters += n * squares - sum * sum;
        }
        long sum = 0;
        long squares = 0;
        for (int image : drawn) {
            long total = 0;
            for (byte[] column : answers) {
                total += column[image];
            }
            sum += total;
            squares += total * total;
        }
        long ofTotals = n * squares - sum * sum;
        double k = answers.length;
        return ofTotals == 0 ? Double.NaN : k / (k - 1) * (1 - (double) ofRaters / ofTotals);
    }

    private double ofUnequalNumbers(int[] drawn) {
        long given = 0;
        long total = 0;
        double ofMeans = 0;
        double within = 0;
        for (int image : drawn) {
            long count = 0;
            long sum = 0;
            long squares = 0;
            for (byte[] column : answers) {
                if (column[image] != Ratings.NONE) {
                    count++;
                    sum += column[image];
                    squares += (long) column[image] * column[image];
                }
            }
            given += count;
            total += sum;
            ofMeans += (double) (sum * sum) / count;
            within += squares - (double) (sum * sum) / count;
        }
        double between = (ofMeans - (double) total * total / given) / (drawn.length - 1);
        double error = within / (given - drawn.length);
        return given == drawn.length || between <= 0 ? Double.NaN : 1 - error / between;
    }
}
