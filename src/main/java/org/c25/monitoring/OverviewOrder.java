package org.c25.monitoring;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.c25.monitoring.Overview.Line;
import org.c25.monitoring.Overview.SetAtAGlance;
import org.jspecify.annotations.Nullable;

/** The orders in which staff can read the overview. Studies without a set come last, but for the order by study. */
enum OverviewOrder {
    STUDY("Study", Comparator.comparing((Line line) -> line.study().toLowerCase(Locale.ROOT))),
    COMPLETE("Complete", most(set -> set.done() / (double) set.capacity())),
    AT_WORK("At work", most(SetAtAGlance::atWork)),
    STALLED("Stalled", most(SetAtAGlance::stalled)),
    FREE("Free", most(SetAtAGlance::free)),
    SEEN("Last sign of life", most(set -> set.seenAt() == null ? Instant.EPOCH : set.seenAt()));

    private final String words;
    private final Comparator<Line> comparator;

    OverviewOrder(String words, Comparator<Line> comparator) {
        this.words = words;
        this.comparator = comparator;
    }

    /** Returns the order that an address names, such as {@code at-work}; null for none. */
    static @Nullable OverviewOrder of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(order -> order.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    Comparator<Line> comparator() {
        return comparator;
    }

    private static <T extends Comparable<T>> Comparator<Line> most(Function<SetAtAGlance, T> value) {
        return Comparator.comparing(
                Line::set, Comparator.nullsLast(Comparator.comparing(value).reversed()));
    }
}
