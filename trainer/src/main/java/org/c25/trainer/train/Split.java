package org.c25.trainer.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.c25.trainer.Problem;

/**
 * Which images are learned from, and which are held out.
 *
 * @param by {@code image}, or {@code person}: all images of a person are on the same side
 * @param seed draws the sides
 */
record Split(String by, long seed, List<Integer> train, List<Integer> test) {

    /**
     * @param groups what must stay together, an entry an image: the person in it, or its own name
     * @param share how much is held out, above 0 and below 1
     * @throws Problem if one side is left without an image
     */
    static Split of(String by, List<String> groups, double share, long seed) {
        List<String> all = new ArrayList<>(new TreeSet<>(groups));
        Collections.shuffle(all, new Random(seed));
        Set<String> out = Set.copyOf(all.subList(0, (int) Math.round(share * all.size())));
        List<Integer> test = IntStream.range(0, groups.size())
                .filter(image -> out.contains(groups.get(image)))
                .boxed()
                .toList();
        List<Integer> train = IntStream.range(0, groups.size())
                .filter(image -> !out.contains(groups.get(image)))
                .boxed()
                .toList();
        if (train.size() < 2 || test.isEmpty()) {
            throw new Problem("There are too few images, or persons, to hold some out: " + all.size()
                    + " in all, --test " + share + ".");
        }
        return new Split(by, seed, train, test);
    }

    /**
     * Returns the split as the card has it.
     *
     * @param images the images' file names
     * @param hashes the SHA-256 of each image
     */
    Map<String, Object> card(List<String> images, List<String> hashes) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("by", by);
        card.put("seed", seed);
        card.put("train", named(train, images, hashes));
        card.put("test", named(test, images, hashes));
        return card;
    }

    private static List<Map<String, String>> named(List<Integer> side, List<String> images, List<String> hashes) {
        return side.stream()
                .map(image -> {
                    Map<String, String> named = new LinkedHashMap<>();
                    named.put("filename", images.get(image));
                    named.put("sha256", hashes.get(image));
                    return named;
                })
                .toList();
    }
}
