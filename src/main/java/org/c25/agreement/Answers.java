package org.c25.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;

/**
 * The answers of one dimension, as the statistics read them: by rater for the figures that compare people, and as
 * counts for each image for the figures that compare images. A rater is a slot with at least one of these answers.
 */
public final class Answers {

    private final int categories;
    private final byte[][] raters;
    private final int[] slots;
    private final int[][] counts;
    private final int[] answered;

    private Answers(int categories, int images, byte[][] raters, int[] slots) {
        this.categories = categories;
        this.raters = raters;
        this.slots = slots;
        this.counts = new int[images][categories];
        this.answered = new int[images];
        for (byte[] rater : raters) {
            for (int image = 0; image < images; image++) {
                if (rater[image] >= 0) {
                    counts[image][rater[image]]++;
                    answered[image]++;
                }
            }
        }
    }

    public static Answers of(Ratings ratings, Dimension dimension) {
        byte[][] slots = new byte[ratings.slots()][];
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = ratings.column(dimension, slot);
        }
        return of(Ratings.categories(dimension), ratings.images(), slots);
    }

    /** @param slots the answers by slot, then by image: 0 … categories − 1, or −1 */
    public static Answers of(int categories, int images, byte[][] slots) {
        int[] taken = IntStream.range(0, slots.length)
                .filter(slot -> any(slots[slot]))
                .toArray();
        return new Answers(
                categories,
                images,
                Arrays.stream(taken).mapToObj(slot -> slots[slot]).toArray(byte[][]::new),
                taken);
    }

    private static boolean any(byte[] slot) {
        for (byte value : slot) {
            if (value >= 0) {
                return true;
            }
        }
        return false;
    }

    public int categories() {
        return categories;
    }

    public int raters() {
        return raters.length;
    }

    /** Returns the slots of the raters, in the raters' order. */
    public int[] slots() {
        return slots;
    }

    public int images() {
        return counts.length;
    }

    /** Returns the answers of a rater, image by image: a category, or −1. Callers must not change them. */
    public byte[] of(int rater) {
        return raters[rater];
    }

    /** Returns how many images have two or more answers. */
    public int sharedImages() {
        return (int) Arrays.stream(answered).filter(given -> given >= 2).count();
    }

    /** Returns how many images every rater answered. */
    public int completeImages() {
        return (int) complete().count();
    }

    /** Returns the answers to the images that every rater answered, as image × rater. */
    public byte[][] completeRows() {
        return complete().mapToObj(this::row).toArray(byte[][]::new);
    }

    private byte[] row(int image) {
        byte[] row = new byte[raters.length];
        for (int rater = 0; rater < row.length; rater++) {
            row[rater] = raters[rater][image];
        }
        return row;
    }

    private IntStream complete() {
        return IntStream.range(0, counts.length).filter(image -> raters.length > 0 && answered[image] == raters.length);
    }

    /** Returns how many raters chose each category, as image × category. */
    public int[][] counts() {
        return counts;
    }

    List<ImageVotes> votes() {
        return Arrays.stream(counts).map(ImageVotes::new).toList();
    }

    /**
     * Returns a table, category of the one × category of the other: how many images got these two categories from the
     * two raters, of the images that both answered.
     */
    public int[][] table(int one, int other) {
        int[][] table = new int[categories][categories];
        byte[] first = raters[one];
        byte[] second = raters[other];
        for (int image = 0; image < first.length; image++) {
            if (first[image] >= 0 && second[image] >= 0) {
                table[first[image]][second[image]]++;
            }
        }
        return table;
    }
}
