package org.c25.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.c25.agreement.Median;
import org.c25.common.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody worked.
 *
 * @param begun when the first answer was recorded
 * @param last when the last trial so far got its first answer
 * @param sittings how often they sat down to it: a pause of more than {@link #PAUSE} begins another sitting
 * @param worked the time from the first answer to the last of each sitting
 * @param medianMillis the median response time of the first answers; null if no time is known
 */
record WorkingTime(
        Instant begun,
        Instant last,
        int sittings,
        Duration worked,
        @Nullable Double medianMillis) {

    static final Duration PAUSE = Duration.ofMinutes(30);

    /** Returns the working time behind some answers; null if there are none. */
    static @Nullable WorkingTime of(List<GivenAnswer> answers) {
        List<Instant> times =
                answers.stream().map(GivenAnswer::firstAt).sorted().toList();
        if (times.isEmpty()) {
            return null;
        }
        int sittings = 1;
        Duration worked = Duration.ZERO;
        for (int i = 1; i < times.size(); i++) {
            Duration since = Duration.between(times.get(i - 1), times.get(i));
            if (since.compareTo(PAUSE) > 0) {
                sittings++;
            } else {
                worked = worked.plus(since);
            }
        }
        double median = Median.of(answers.stream()
                .filter(GivenAnswer::isTimed)
                .mapToDouble(answer -> answer.rating().firstMillis())
                .toArray());
        return new WorkingTime(
                times.get(0),
                times.get(times.size() - 1),
                sittings,
                worked,
                Double.isNaN(median) ? null : Double.valueOf(median));
    }

    /** Returns the time in words, such as {@code 1 h 12 min in 2 sittings}. */
    public String words() {
        return Numbers.duration(worked) + " in " + Numbers.count(sittings, "sitting");
    }

    /** Returns the median response time, such as {@code 4.2 s}; – if it is not known. */
    public String median() {
        return Numbers.seconds(medianMillis == null ? Double.NaN : medianMillis);
    }
}
