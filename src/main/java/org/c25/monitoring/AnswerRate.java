package org.c25.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The times at which the answers of a set came in, in spans of ten minutes. Imported answers are left out. */
class AnswerRate {

    static final Duration SPAN = Duration.ofMinutes(10);
    private static final int HOURS = 24;

    private final NavigableMap<Long, Integer> perSpan = new TreeMap<>();
    private final Instant now;

    AnswerRate(Collection<ParticipantTally> people, Instant now) {
        this.now = now;
        for (ParticipantTally tally : people) {
            for (Map.Entry<Long, Integer> span : tally.perSpan().entrySet()) {
                perSpan.merge(span.getKey(), span.getValue(), Integer::sum);
            }
        }
    }

    static long span(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SPAN.toSeconds());
    }

    /** Returns the last 24 hours of the clock; the present hour, which is not over, comes last. */
    List<Hour> lastDay() {
        Instant present = now.truncatedTo(ChronoUnit.HOURS);
        return IntStream.rangeClosed(1 - HOURS, 0)
                .mapToObj(hour -> present.plus(Duration.ofHours(hour)))
                .map(from -> new Hour(from, sum(perSpan.subMap(span(from), span(from.plus(Duration.ofHours(1)))))))
                .toList();
    }

    /** Counts the answers that came in this long until now, to the span. */
    int answers(Duration within) {
        return sum(since(within));
    }

    /**
     * Returns the answers per second: the answers of this long until now, divided by the time since the first of them,
     * which is at least a span. Breaks and nights in between count as time.
     *
     * @return 0 if none came
     */
    double rate(Duration within) {
        NavigableMap<Long, Integer> spans = since(within);
        if (spans.isEmpty()) {
            return 0;
        }
        Instant first = Instant.ofEpochSecond(spans.firstKey() * SPAN.toSeconds());
        double seconds = Math.max(SPAN.toSeconds(), Duration.between(first, now).toSeconds());
        return sum(spans) / seconds;
    }

    private NavigableMap<Long, Integer> since(Duration within) {
        return perSpan.tailMap(span(now.minus(within)), false);
    }

    private static int sum(Map<Long, Integer> spans) {
        return spans.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * One hour.
     *
     * @param answers the number of trials that got their first answer in the hour from this moment on
     */
    record Hour(Instant from, int answers) {}
}
