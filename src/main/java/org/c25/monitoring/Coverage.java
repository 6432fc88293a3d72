package org.c25.monitoring;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A count of how evenly a set's images are rated: how many of them have how many answers, of the people in its slots.
 *
 * @param images how many images have 0, 1, 2 … answers, up to as many as the set has slots
 */
record Coverage(List<Integer> images) {

    private static final int BINS = 26;

    /**
     * Counts the images.
     *
     * @param answersByItem how many people have answered each image's first showing
     */
    static Coverage of(List<Integer> answersByItem, int capacity) {
        int[] images = new int[capacity + 1];
        answersByItem.forEach(answers -> images[Math.min(answers, capacity)]++);
        return new Coverage(IntStream.of(images).boxed().toList());
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

    /** Returns how many images have an answer for each slot of the set. */
    public int full() {
        return images.get(images.size() - 1);
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
