package org.c25.concordance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A way to tell raters apart, such as by the language in which they saw the labels.
 *
 * @param key its name for programs, such as {@code device}
 * @param title its name on pages
 * @param personal whether it rests on what people said of themselves
 * @param bySlot the group of the rater in each slot; empty where it is not known
 */
public record RaterGrouping(String key, String title, boolean personal, List<String> bySlot) {

    /** Returns the groups, the largest first. */
    public List<String> groups() {
        Map<String, Long> sizes = bySlot.stream()
                .filter(group -> !group.isEmpty())
                .collect(Collectors.groupingBy(group -> group, TreeMap::new, Collectors.counting()));
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the slots of everybody who is not of a group. */
    Set<Integer> others(String group) {
        return IntStream.range(0, bySlot.size())
                .filter(slot -> !bySlot.get(slot).equals(group))
                .boxed()
                .collect(Collectors.toSet());
    }
}
