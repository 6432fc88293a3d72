package org.c25.monitoring;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A count of how evenly a set's images are rated: how many of them have how many answers, of the people in its slots.
 *
 * @param images how many images have 0, 1, 2 … answers, up to as many as the set has slots, or each image rating slots
 * @param taken where images are shared out, how many images have 0, 1, 2 … rating slots that somebody has; empty where
 *     everyone rates all, and before the set has opened
 */
record Coverage(List<Integer> images, List<Integer> taken) {

    private static final int BINS = 26;

    /**
     * Counts the images.
     *
     * @param answersByItem how many people have answered each image's first showing
     * @param most how many can
     */
    static Coverage of(List<Integer> answersByItem, int most, List<Integer> taken) {
        int[] images = new int[most + 1];
        answersByItem.forEach(answers -> images[Math.min(answers, most)]++);
        return new Coverage(IntStream.of(images).boxed().toList(), taken);
    }

    /** Returns the least number of answers that an image has; 0 without images. */
    public int least() {
        return IntStream.range(0, images.size())
                .filter(answers -> images.get(answers) > 0)
                .findFirst()
                .orElse(0);
    }

    public int leastImages() {
        return images.get(least());
    }

    /** Returns how many images have all their answers. */
    public int full() {
        return images.get(images.size() - 1);
    }

    /** Returns how many rating slots somebody has. */
    public long ratingsTaken() {
        return IntStream.range(0, taken.size())
                .mapToLong(number -> (long) number * taken.get(number))
                .sum();
    }

    /** Returns the counts in at most 26 steps, as bars for a strip. */
    public BarChart bars() {
        int step = (images.size() + BINS - 1) / BINS;
        return BarChart.of(IntStream.iterate(0, from -> from < images.size(), from -> from + step)
                .mapToObj(from -> bar(from, Math.min(from + step, images.size()) - 1))
                .toList());
    }

    private BarChart.Value bar(int from, int to) {
        int sum = images.subList(from, to + 1).stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new BarChart.Value(from == to ? String.valueOf(from) : from + "–" + to, null, sum);
    }
}
