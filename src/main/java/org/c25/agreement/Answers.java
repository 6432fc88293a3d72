package org.c25.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;
import org.jspecify.annotations.Nullable;

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
    /** The images that are left out, though the raters' rows still have them. */
    private final IntPredicate out;

    private final boolean whole;
    private final Sharing sharing;

    private boolean squared;
    private @Nullable MeanSquares squares;

    /**
     * Whose answers they are.
     *
     * @param people how many people gave them
     * @param ratingsEach how many ratings each image gets where images are shared out, else 0
     * @param byPerson whether each rater is a person, and none stands for a rating slot
     */
    private record Sharing(int people, int ratingsEach, boolean byPerson) {

        Sharing withoutOne() {
            return new Sharing(people - 1, ratingsEach, byPerson);
        }
    }

    private Answers(
            int categories,
            byte[][] raters,
            int[] slots,
            int[][] counts,
            int[] answered,
            IntPredicate out,
            boolean whole,
            Sharing sharing) {
        this.categories = categories;
        this.raters = raters;
        this.slots = slots;
        this.counts = counts;
        this.answered = answered;
        this.out = out;
        this.whole = whole;
        this.sharing = sharing;
    }

    private Answers(int categories, int images, byte[][] raters, int[] slots, Sharing sharing) {
        this(categories, raters, slots, new int[images][categories], new int[images], image -> false, true, sharing);
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
        int[] taken = taken(slots);
        return new Answers(
                Ratings.categories(dimension),
                ratings.images(),
                some(slots, taken),
                taken,
                new Sharing(
                        ratings.isByPerson() ? taken.length : ratings.participants(),
                        ratings.ratingsEach(),
                        ratings.isByPerson()));
    }

    /** @param slots the answers by slot, then by image: 0 … categories − 1, or −1 */
    public static Answers of(int categories, int images, byte[][] slots) {
        int[] taken = taken(slots);
        return new Answers(categories, images, some(slots, taken), taken, new Sharing(taken.length, 0, true));
    }

    private static int[] taken(byte[][] slots) {
        return IntStream.range(0, slots.length).filter(slot -> any(slots[slot])).toArray();
    }

    private static byte[][] some(byte[][] slots, int[] taken) {
        return Arrays.stream(taken).mapToObj(slot -> slots[slot]).toArray(byte[][]::new);
    }

    /** Returns the same answers without those of one rater. The images are as before, and are not counted anew. */
    public Answers without(int rater) {
        int[][] left = new int[counts.length][];
        int[] given = answered.clone();
        for (int image = 0; image < left.length; image++) {
            int category = out.test(image) ? -1 : raters[rater][image];
            left[image] = category < 0 ? counts[image] : counts[image].clone();
            if (category >= 0) {
                left[image][category]--;
                given[image]--;
            }
        }
        int[] others = IntStream.range(0, raters.length)
                .filter(other -> other != rater)
                .toArray();
        return new Answers(
                categories,
                Arrays.stream(others).mapToObj(other -> raters[other]).toArray(byte[][]::new),
                Arrays.stream(others).map(other -> slots[other]).toArray(),
                left,
                given,
                out,
                whole,
                sharing.withoutOne());
    }

    /**
     * Returns the same answers without some images, which stay as images that nobody has answered. The others are not counted
     * anew.
     */
    public Answers withoutImages(IntPredicate out) {
        int[][] left = counts.clone();
        int[] given = answered.clone();
        for (int image = 0; image < left.length; image++) {
            if (out.test(image)) {
                left[image] = new int[categories];
                given[image] = 0;
            }
        }
        return new Answers(categories, raters, slots, left, given, this.out.or(out), false, sharing);
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

    /** Returns how many people gave these answers: as many as there are raters, unless a rater stands for a rating slot. */
    public int people() {
        return sharing.people;
    }

    /** Returns how many raters can be compared with one another: none if each stands for a rating slot. */
    int comparable() {
        return sharing.byPerson ? raters.length : 0;
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
        return whole ? raters[rater] : masked(raters[rater]);
    }

    private byte[] masked(byte[] row) {
        byte[] some = row.clone();
        for (int image = 0; image < some.length; image++) {
            some[image] = out.test(image) ? -1 : some[image];
        }
        return some;
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

    /** Returns the mean squares of the images that every rater answered; null below two of these, or two raters. */
    public @Nullable MeanSquares completeSquares() {
        if (!squared) {
            boolean[] counts = new boolean[this.counts.length];
            complete().forEach(image -> counts[image] = true);
            squares = completeImages() < 2 || raters.length < 2 ? null : MeanSquares.of(raters, counts);
            squared = true;
        }
        return squares;
    }

    /**
     * Returns the answers to the images that have all their ratings where images are shared out, as image × rating: whose
     * rating it is, is another person in each row. Empty where everyone rates all.
     */
    byte[][] fullRows() {
        return full().mapToObj(this::row).toArray(byte[][]::new);
    }

    int fullImages() {
        return (int) full().count();
    }

    private byte[] row(int image) {
        byte[] row = new byte[answered[image]];
        int next = 0;
        for (byte[] rater : raters) {
            if (rater[image] >= 0) {
                row[next++] = rater[image];
            }
        }
        return row;
    }

    private IntStream complete() {
        return IntStream.range(0, counts.length).filter(image -> comparable() > 0 && answered[image] == raters.length);
    }

    private IntStream full() {
        return IntStream.range(0, counts.length)
                .filter(image -> sharing.ratingsEach > 0 && answered[image] == sharing.ratingsEach);
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
        byte[] first = of(one);
        byte[] second = of(other);
        for (int image = 0; image < first.length; image++) {
            if (first[image] >= 0 && second[image] >= 0) {
                table[first[image]][second[image]]++;
            }
        }
        return table;
    }
}
