package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.ImageVotes;
import org.c25.ratings.Ratings;

/**
 * The answers of one dimension as a list, as the models of raters read them: each says who gave which image which
 * category. What is missing is not in it. Answers are numbered from 0 by rater, then by image.
 */
public final class CrowdAnswers {

    private final int images;
    private final int categories;
    private final int[] slots;
    private final int[] image;
    private final int[] rater;
    private final int[] category;

    private CrowdAnswers(int images, int categories, int[] slots, int[] image, int[] rater, int[] category) {
        this.images = images;
        this.categories = categories;
        this.slots = slots;
        this.image = image;
        this.rater = rater;
        this.category = category;
    }

    /** Returns the answers of one dimension; a slot without any of them is no rater. */
    public static CrowdAnswers of(Ratings ratings, Dimension dimension) {
        int[] taken = IntStream.range(0, ratings.slots())
                .filter(slot -> answersAny(ratings.column(dimension, slot)))
                .toArray();
        int[][] answers = new int[ratings.images()][taken.length];
        for (int i = 0; i < answers.length; i++) {
            for (int r = 0; r < taken.length; r++) {
                answers[i][r] = ratings.get(dimension, i, taken[r]);
            }
        }
        return of(answers, Ratings.categories(dimension), taken);
    }

    private static boolean answersAny(byte[] column) {
        for (byte value : column) {
            if (value != Ratings.NONE) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns answers of any kind.
     *
     * @param answers image × rater: a category, or −1 where there is none
     * @param categories how many categories there are, at least two
     * @throws IllegalArgumentException if the rows differ in length or a category is out of range
     */
    public static CrowdAnswers of(int[][] answers, int categories) {
        int raters = answers.length == 0 ? 0 : answers[0].length;
        return of(answers, categories, IntStream.range(0, raters).toArray());
    }

    private static CrowdAnswers of(int[][] answers, int categories, int[] slots) {
        if (categories < 2) {
            throw new IllegalArgumentException("there are at least two categories, not " + categories);
        }
        int size = 0;
        for (int[] row : answers) {
            if (row.length != slots.length) {
                throw new IllegalArgumentException("an image has " + row.length + " raters, not " + slots.length);
            }
            for (int given : row) {
                if (given < -1 || given >= categories) {
                    throw new IllegalArgumentException("there is no category " + given);
                }
                size += given < 0 ? 0 : 1;
            }
        }
        CrowdAnswers all =
                new CrowdAnswers(answers.length, categories, slots, new int[size], new int[size], new int[size]);
        int next = 0;
        for (int r = 0; r < slots.length; r++) {
            for (int i = 0; i < answers.length; i++) {
                if (answers[i][r] >= 0) {
                    all.image[next] = i;
                    all.rater[next] = r;
                    all.category[next++] = answers[i][r];
                }
            }
        }
        return all;
    }

    /**
     * Returns these answers; none of them if no image has answers of two raters, for then nobody can tell how far to rely on
     * whom.
     */
    public CrowdAnswers comparable() {
        return isShared(perImage()) ? this : only(answer -> false);
    }

    private static boolean isShared(int[] counts) {
        return Arrays.stream(counts).anyMatch(count -> count > 1);
    }

    private int[] perImage() {
        int[] counts = new int[images];
        for (int one : image) {
            counts[one]++;
        }
        return counts;
    }

    /** Returns whether each rater has answered an image that somebody else has answered, too. */
    public boolean[] areCompared() {
        int[] counts = perImage();
        boolean[] compared = new boolean[raters()];
        for (int answer = 0; answer < size(); answer++) {
            compared[rater[answer]] |= counts[image[answer]] > 1;
        }
        return compared;
    }

    /** Returns the same images and raters with some of the answers. */
    CrowdAnswers only(IntPredicate kept) {
        int[] some = IntStream.range(0, size()).filter(kept).toArray();
        return new CrowdAnswers(images, categories, slots, at(image, some), at(rater, some), at(category, some));
    }

    private static int[] at(int[] values, int[] places) {
        return Arrays.stream(places).map(place -> values[place]).toArray();
    }

    public int images() {
        return images;
    }

    public int categories() {
        return categories;
    }

    public int raters() {
        return slots.length;
    }

    /** Returns the slot of a rater, or the rater's number where the answers came without slots. */
    public int slot(int rater) {
        return slots[rater];
    }

    /** Returns how many answers there are. */
    public int size() {
        return image.length;
    }

    public int image(int answer) {
        return image[answer];
    }

    public int rater(int answer) {
        return rater[answer];
    }

    public int category(int answer) {
        return category[answer];
    }

    /** Returns how many answers each rater gave. */
    public int[] perRater() {
        int[] counts = new int[raters()];
        for (int giver : rater) {
            counts[giver]++;
        }
        return counts;
    }

    /** Returns the numbers of the answers of each rater. */
    int[][] ofRaters() {
        return numbers(rater, raters());
    }

    /** Returns the numbers of the answers for each image. */
    int[][] ofImages() {
        return numbers(image, images);
    }

    private static int[][] numbers(int[] group, int groups) {
        int[] sizes = new int[groups];
        for (int one : group) {
            sizes[one]++;
        }
        int[][] numbers = new int[groups][];
        Arrays.setAll(numbers, one -> new int[sizes[one]]);
        for (int answer = group.length - 1; answer >= 0; answer--) {
            numbers[group[answer]][--sizes[group[answer]]] = answer;
        }
        return numbers;
    }

    /** Returns how often each image was given each category, as image × category. */
    public int[][] counts() {
        int[][] counts = new int[images][categories];
        for (int answer = 0; answer < size(); answer++) {
            counts[image[answer]][category[answer]]++;
        }
        return counts;
    }

    /** Returns the votes for each image, with the majority. */
    public List<ImageVotes> votes() {
        return Arrays.stream(counts()).map(ImageVotes::new).toList();
    }
}
