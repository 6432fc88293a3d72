package org.c25.concordance;

import java.util.Arrays;
import java.util.Random;

/**
 * The groups of images that a jackknife leaves out in turn: each image by itself, or in large sets random groups, so
 * that their order does not matter.
 *
 * @param of the group of each image of the set, 0 … count − 1
 */
record ImageGroups(int[] of, int count) {

    /** The most images that are left out one by one. */
    static final int SINGLY = 1000;

    /** The number of groups of more images than that. */
    static final int GROUPS = 200;

    /** The fewest groups. */
    static final int FEWEST = 20;

    /** The most groups × pairs of raters, if {@link #FEWEST} groups allow it: each pair's table is made for each group. */
    private static final long AFFORDABLE = 1_000_000;

    /**
     * @param raters of many raters there are fewer groups
     * @param seed of the random groups; the same images, raters and seed give the same groups everywhere
     */
    static ImageGroups of(int images, int raters, long seed) {
        int[] of = new int[images];
        long pairs = Math.max(1, raters * (raters - 1L) / 2);
        int count = images > SINGLY ? (int) Math.max(FEWEST, Math.min(GROUPS, AFFORDABLE / pairs)) : images;
        Arrays.setAll(of, image -> image % Math.max(1, count));
        if (count < images) {
            Random random = new Random(seed);
            for (int image = images - 1; image > 0; image--) {
                int other = random.nextInt(image + 1);
                int group = of[image];
                of[image] = of[other];
                of[other] = group;
            }
        }
        return new ImageGroups(of, count);
    }

    /** Returns the groups of the chosen images alone, numbered anew without those that are left empty. */
    ImageGroups only(int[] images) {
        int[] numbers = new int[count];
        int[] some = new int[images.length];
        int next = 0;
        for (int i = 0; i < images.length; i++) {
            int group = of[images[i]];
            if (numbers[group] == 0) {
                numbers[group] = ++next;
            }
            some[i] = numbers[group] - 1;
        }
        return new ImageGroups(some, next);
    }
}
