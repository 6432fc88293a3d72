package org.c25.participation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.c25.affect.Expression;
import org.c25.protocol.Protocol;
import org.c25.protocol.TrialOrdering;
import org.c25.sampling.StratifiedSample;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * The order in which one person sees the items: every item once, and a share of them a second time, to measure how far
 * a person agrees with themself. The repeats are balanced over AffectNet's classes; if the order is fixed or in blocks,
 * over the classes of the items that come early enough to be repeated.
 *
 * <p>The same items, share, lag and seed give the same order on every machine: {@link Random} is specified to the bit.
 */
public final class TrialOrder {

    private TrialOrder() {}

    /**
     * One showing of an item.
     *
     * @param repeatOf the position of the same item's first showing; null if this is the first
     */
    public record Showing(Item item, @Nullable Integer repeatOf) {}

    /**
     * @param ordering the order of the first showings
     * @param repeatShare 0 … 1; that share of the items, rounded, is shown twice
     * @param minimumLag the least number of trials from a first showing to its repeat. It is shortened to half the
     *     length of a set too short for it, and where so many are repeated that not all of them can come so long before
     *     the end of the first showings, to one more than the items that are not repeated
     * @return the showings in order of position
     */
    public static List<Showing> draw(
            List<Item> items, TrialOrdering ordering, double repeatShare, int minimumLag, long seed) {
        Random random = new Random(seed);
        int repeats = Protocol.repeats(items.size(), repeatShare);
        int lag = Math.max(1, Math.min(minimumLag, Math.min(items.size() / 2, items.size() - repeats + 1)));
        int lastEarly = items.size() - lag;
        List<Item> order;
        List<Item> repeated;
        if (ordering == TrialOrdering.RANDOM) {
            repeated = StratifiedSample.draw(items, TrialOrder::stratum, repeats, random);
            order = new ArrayList<>(StratifiedSample.shuffled(items, random));
            bringForward(repeated, order, lastEarly, random);
        } else {
            // Repeats must not change the order, so they are drawn from the items that come early enough.
            order = new ArrayList<>(ordering == TrialOrdering.FIXED ? items : inBlocks(items, random));
            List<Item> early = order.subList(0, Math.min(order.size(), lastEarly + 1));
            repeated = StratifiedSample.draw(early, TrialOrder::stratum, repeats, random);
        }
        insertRepeats(repeated, order, lag, random);
        return showings(order);
    }

    private static List<Item> inBlocks(List<Item> items, Random random) {
        Map<Optional<Expression>, List<Item>> blocks = new LinkedHashMap<>();
        for (Item item : items) {
            blocks.computeIfAbsent(stratum(item), s -> new ArrayList<>()).add(item);
        }
        return StratifiedSample.shuffled(List.copyOf(blocks.values()), random).stream()
                .flatMap(block -> StratifiedSample.shuffled(block, random).stream())
                .toList();
    }

    /** Returns how many showings there are for one person. */
    public static int length(int items, double repeatShare) {
        return items + Protocol.repeats(items, repeatShare);
    }

    private static Optional<Expression> stratum(Item item) {
        return item.label().asExpression();
    }

    /**
     * Moves each item that will be repeated to a position early enough for the lag, in exchange for one that won't be
     * repeated.
     */
    private static void bringForward(List<Item> repeated, List<Item> order, int lastEarly, Random random) {
        Set<Item> willRepeat = new HashSet<>(repeated);
        List<Integer> free = new ArrayList<>();
        List<Integer> late = new ArrayList<>();
        for (int position = 0; position < order.size(); position++) {
            boolean repeats = willRepeat.contains(order.get(position));
            if (repeats && position > lastEarly) {
                late.add(position);
            } else if (!repeats && position <= lastEarly) {
                free.add(position);
            }
        }
        List<Integer> places = StratifiedSample.shuffled(free, random);
        for (int i = 0; i < late.size(); i++) {
            Item moved = order.get(late.get(i));
            order.set(late.get(i), order.get(places.get(i)));
            order.set(places.get(i), moved);
        }
    }

    /** Inserts the repeats. A later insertion can only lengthen the lag of an earlier one. */
    private static void insertRepeats(List<Item> repeated, List<Item> order, int lag, Random random) {
        Map<Item, Integer> first = new HashMap<>();
        for (int position = 0; position < order.size(); position++) {
            first.put(order.get(position), position);
        }
        // The repeats go in from the latest first showing to the earliest, so that no insertion moves a first showing
        // that is still needed.
        List<Item> fromTheEnd = new ArrayList<>(repeated);
        fromTheEnd.sort(Comparator.comparing((Item item) -> first.get(item)).reversed());
        for (Item item : fromTheEnd) {
            int earliest = Objects.requireNonNull(first.get(item), "a repeat is of an item in the order") + lag;
            order.add(earliest + random.nextInt(order.size() - earliest + 1), item);
        }
    }

    private static List<Showing> showings(List<Item> order) {
        List<Showing> showings = new ArrayList<>(order.size());
        Map<Item, Integer> first = new HashMap<>();
        for (Item item : order) {
            showings.add(new Showing(item, first.putIfAbsent(item, showings.size())));
        }
        return showings;
    }
}
