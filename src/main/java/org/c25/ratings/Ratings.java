package org.c25.ratings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Step;

/**
 * The rating matrix of a set in memory, small enough to be computed with again and again: a byte an answer.
 *
 * <p>Categories are counted from 0: an expression by its C25 code (0 … 7), a step of valence or arousal by its value
 * less one (0 … 8). The matrix never changes; {@link #without} makes another one.
 */
public final class Ratings {

    /** The value where there is no answer. */
    public static final byte NONE = -1;

    /** Stands for a number of people: each column is one. */
    private static final int PEOPLE = -1;

    private final int images;
    private final Map<Dimension, byte[][]> columns;
    private final int ratingsEach;
    private final int people;

    private Ratings(int images, Map<Dimension, byte[][]> columns, int ratingsEach, int people) {
        this.images = images;
        this.columns = columns;
        this.ratingsEach = ratingsEach;
        this.people = people;
    }

    /**
     * Makes a matrix that uses these arrays, without a copy: do not change them afterwards.
     *
     * @param expression the expressions by slot, then image: 0 … 7, or {@link #NONE}
     * @param valence the steps of valence in the same shape: 0 … 8, or {@link #NONE}
     * @param arousal the steps of arousal, as valence
     * @throws IllegalArgumentException if the shapes differ or a value is out of range
     */
    public static Ratings of(byte[][] expression, byte[][] valence, byte[][] arousal) {
        return of(expression, valence, arousal, 0, PEOPLE);
    }

    /**
     * Makes a matrix as {@link #of(byte[][], byte[][], byte[][])} does, of a set whose images are shared out.
     *
     * @param ratingsEach how many ratings each image gets
     */
    public static Ratings ofPortions(byte[][] expression, byte[][] valence, byte[][] arousal, int ratingsEach) {
        return of(expression, valence, arousal, ratingsEach, PEOPLE);
    }

    /**
     * Makes a matrix as {@link #ofPortions} does, whose columns are rating slots and no people.
     *
     * @param people how many people gave these answers
     */
    public static Ratings ofRatingSlots(byte[][] expression, byte[][] valence, byte[][] arousal, int people) {
        return of(expression, valence, arousal, expression.length, people);
    }

    private static Ratings of(byte[][] expression, byte[][] valence, byte[][] arousal, int ratingsEach, int people) {
        int images = expression.length == 0 ? 0 : expression[0].length;
        Map<Dimension, byte[][]> columns = new EnumMap<>(Dimension.class);
        columns.put(Dimension.EXPRESSION, expression);
        columns.put(Dimension.VALENCE, valence);
        columns.put(Dimension.AROUSAL, arousal);
        columns.forEach((dimension, slots) -> check(dimension, slots, expression.length, images));
        return new Ratings(images, columns, ratingsEach, people);
    }

    private static void check(Dimension dimension, byte[][] slots, int capacity, int images) {
        if (slots.length != capacity) {
            throw new IllegalArgumentException(dimension + " has " + slots.length + " slots, not " + capacity);
        }
        for (byte[] slot : slots) {
            if (slot.length != images) {
                throw new IllegalArgumentException(dimension + " has " + slot.length + " images, not " + images);
            }
            for (byte value : slot) {
                if (value < NONE || value >= categories(dimension)) {
                    throw new IllegalArgumentException(dimension + " has no category " + value);
                }
            }
        }
    }

    /** Returns how many categories a dimension has: 8 expressions, 9 steps. */
    public static int categories(Dimension dimension) {
        return dimension == Dimension.EXPRESSION ? Expression.all().size() : Step.GREATEST;
    }

    /**
     * Whether each column is a person. Else it is a rating slot, with answers of many people: what is said of an image is
     * the same, and nothing can be said of a person or of two people.
     */
    public boolean isByPerson() {
        return people == PEOPLE;
    }

    /** Returns how many ratings each image gets where images are shared out; 0 where everyone rates all. */
    public int ratingsEach() {
        return ratingsEach;
    }

    public int images() {
        return images;
    }

    /** Returns how many slots there are, taken or not. */
    public int slots() {
        return columns(Dimension.EXPRESSION).length;
    }

    /** Returns the category that a slot gave an image, or {@link #NONE}. */
    public int get(Dimension dimension, int image, int slot) {
        return columns(dimension)[slot][image];
    }

    /** Whether there is any answer from this slot. A person without any is no rater, and no statistic counts them. */
    public boolean hasAnswers(int slot) {
        return columns.values().stream().anyMatch(slots -> any(slots[slot]));
    }

    private static boolean any(byte[] slot) {
        for (byte value : slot) {
            if (value != NONE) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(byte[] slot) {
        for (byte value : slot) {
            if (value == NONE) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many people gave an answer in any dimension. */
    public int participants() {
        if (!isByPerson()) {
            return people;
        }
        int participants = 0;
        for (int slot = 0; slot < slots(); slot++) {
            participants += hasAnswers(slot) ? 1 : 0;
        }
        return participants;
    }

    /** Returns the matrix as if nobody had been in these slots. The other slots keep their numbers. */
    public Ratings without(Set<Integer> slots) {
        byte[] nobody = new byte[images];
        Arrays.fill(nobody, NONE);
        Map<Dimension, byte[][]> left = new EnumMap<>(Dimension.class);
        columns.forEach((dimension, all) -> {
            byte[][] some = all.clone();
            slots.forEach(slot -> some[slot] = nobody);
            left.put(dimension, some);
        });
        return new Ratings(images, left, ratingsEach, people);
    }

    /** Whether this slot answered every image in every dimension. */
    public boolean isComplete(int slot) {
        return columns.values().stream().allMatch(slots -> all(slots[slot]));
    }

    /** Returns the matrix of the same people and these images alone, in this order. */
    public Ratings only(int[] some) {
        Map<Dimension, byte[][]> left = new EnumMap<>(Dimension.class);
        columns.forEach((dimension, all) -> {
            byte[][] slots = new byte[all.length][some.length];
            for (int slot = 0; slot < all.length; slot++) {
                for (int i = 0; i < some.length; i++) {
                    slots[slot][i] = all[slot][some[i]];
                }
            }
            left.put(dimension, slots);
        });
        return new Ratings(some.length, left, ratingsEach, people);
    }

    /** Returns what a slot answered, image by image: a category, or {@link #NONE}. Callers must not change it. */
    public byte[] column(Dimension dimension, int slot) {
        return columns(dimension)[slot];
    }

    /** Returns the columns of a dimension; every dimension has some. */
    private byte[][] columns(Dimension dimension) {
        return Objects.requireNonNull(columns.get(dimension));
    }
}
