package org.c25.agreement;

import java.util.Arrays;
import java.util.Random;
import org.c25.ratings.Ratings;

/** Tables as papers print them: one line a rater, one column an image; {@code .} where there is no answer. */
public final class Samples {

    private Samples() {}

    /** @param raters categories that count from 0 */
    public static Answers raters(int categories, String... raters) {
        byte[][] slots = Arrays.stream(raters).map(Samples::values).toArray(byte[][]::new);
        return Answers.of(categories, slots[0].length, slots);
    }

    private static byte[] values(String line) {
        String[] words = line.trim().split("\\s+");
        byte[] values = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = words[i].equals(".") ? Ratings.NONE : Byte.parseByte(words[i]);
        }
        return values;
    }

    /** Raters who together cast these votes. Who cast which does not matter to what counts votes alone. */
    public static Answers votes(int[][] images) {
        int raters = Arrays.stream(images[0]).sum();
        byte[][] slots = new byte[raters][images.length];
        for (int image = 0; image < images.length; image++) {
            int rater = 0;
            for (int category = 0; category < images[image].length; category++) {
                for (int vote = 0; vote < images[image][category]; vote++) {
                    slots[rater++][image] = (byte) category;
                }
            }
        }
        return Answers.of(images[0].length, images.length, slots);
    }

    /** Some one in nine is missing; the first image has all its answers, so that everybody is a rater. */
    public static byte[][] random(Random random, int slots, int images, int categories) {
        byte[][] answers = new byte[slots][images];
        for (byte[] slot : answers) {
            for (int image = 0; image < images; image++) {
                boolean missing = image > 0 && random.nextInt(9) == 0;
                slot[image] = (byte) (missing ? Ratings.NONE : random.nextInt(categories));
            }
        }
        return answers;
    }
}
