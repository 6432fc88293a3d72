package org.c25.reliability;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;
import org.c25.agreement.Quantiles;
import org.c25.agreement.Spread;

/**
 * Random orders of the raters, each with a sample of the images drawn with replacement, by {@link Random}: the same
 * answers and seed give the same draws on every machine.
 */
final class Draws {

    /** How many draws a usual set gets. */
    private static final int USUAL = 200;

    private static final int FEWEST = 50;

    /** The most answers × draws that one dimension goes through. */
    private static final long AFFORDABLE = 50_000_000;

    private final Random random;
    private final int[] order;
    private final int[] times;

    Draws(Answers answers, long seed) {
        this.random = new Random(seed);
        this.order = IntStream.range(0, answers.raters()).toArray();
        this.times = new int[answers.images()];
    }

    /** Returns how many draws a set of this size gets: 200, or fewer of a large one, but never below 50. */
    static int number(Answers answers) {
        long cells = Math.max(1, (long) answers.images() * answers.raters());
        return (int) Math.min(USUAL, Math.max(FEWEST, AFFORDABLE / cells));
    }

    /** Puts the raters into another order. */
    void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
    }

    /** Puts the raters into another order, and draws other images. */
    void next() {
        shuffle();
        Arrays.fill(times, 0);
        for (int image = 0; image < times.length; image++) {
            times[random.nextInt(times.length)]++;
        }
    }

    /** Returns the rater at a place of the order. */
    int rater(int place) {
        return order[place];
    }

    /** Returns how often an image was drawn. */
    int times(int image) {
        return times[image];
    }

    /**
     * Returns the mean over the draws of a figure of all images, with an interval for other images and the same raters: by
     * how much the drawn images change the figure of the same order of raters.
     *
     * @param images how many images the figure rests on
     */
    static Estimate overImages(double[] ofAll, double[] ofDrawn, int images) {
        double mean = Spread.of(Arrays.stream(ofAll)).mean();
        double[] moved = IntStream.range(0, ofAll.length)
                .mapToDouble(draw -> mean + ofDrawn[draw] - ofAll[draw])
                .toArray();
        return new Estimate(
                        mean,
                        Spread.of(Arrays.stream(moved)).sd(),
                        Quantiles.of(moved, Quantiles.LOWER),
                        Quantiles.of(moved, Quantiles.UPPER))
                .within(-1, 1)
                .restingOn(images);
    }
}
