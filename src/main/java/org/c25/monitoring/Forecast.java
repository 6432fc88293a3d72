package org.c25.monitoring;

import java.time.Duration;
import org.c25.common.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of when the answers that are still owed will be in, if people go on as they did.
 *
 * <p>Owed are the unanswered trials of everybody at work, stalled or not (they answer them, or somebody else takes the
 * slot), and, while people can join, all trials of each free slot. The number of owed answers is divided by two rates:
 * that of the last 24 hours, nights and breaks included, and that of the last 3 hours. The quicker rate gives the
 * soonest end, the slower one the latest. No end comes sooner than the person with most left to do can finish at their
 * own pace: trials left × median response time. A free slot counts with the set's median. That corrects the rates when
 * most people are done and few are left.
 *
 * <p>There is no forecast after fewer than {@value #LEAST_ANSWERS} answers in the last 24 hours, nor while the set is
 * paused. It is a rule of thumb and no interval of confidence: it knows nothing of how many will join, or give up.
 *
 * @param soonest the time from now to the soonest end, rounded down; null if nothing can be said
 * @param latest the time from now to the latest end, rounded up; null if nothing can be said
 * @param words the forecast for people, such as {@code in 2 to 5 hours}
 */
record Forecast(@Nullable Duration soonest, @Nullable Duration latest, String words) {

    static final int LEAST_ANSWERS = 30;

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration LAST_HOURS = Duration.ofHours(3);
    private static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Makes a forecast.
     *
     * @param owed how many answers are still to come
     * @param longestPerson how long the person with most left to do will be at work
     */
    static Forecast of(AnswerRate answerRate, long owed, Duration longestPerson) {
        if (answerRate.answers(DAY) < LEAST_ANSWERS) {
            return none("not yet: fewer than " + LEAST_ANSWERS + " answers in the last 24 hours");
        }
        double day = answerRate.rate(DAY);
        double hours = answerRate.rate(LAST_HOURS);
        Duration soonest = longer(after(owed, Math.max(day, hours)), longestPerson);
        Duration latest = longer(after(owed, hours == 0 ? day : Math.min(day, hours)), soonest);
        if (soonest.compareTo(LONGEST) > 0) {
            return none("not within a year at this rate");
        }
        return between(soonest, latest);
    }

    static Forecast none(String words) {
        return new Forecast(null, null, words);
    }

    private static Duration after(long owed, double perSecond) {
        return Duration.ofSeconds((long) Math.ceil(owed / perSecond));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Forecast between(Duration soonest, Duration latest) {
        long step = step(soonest);
        Duration from = Duration.ofMinutes(Math.max(step, soonest.toMinutes() / step * step));
        long until = step(latest);
        Duration to = longer(from, Duration.ofMinutes((latest.toMinutes() + until - 1) / until * until));
        String first = words(from);
        String last = words(to);
        String unit = last.replaceAll("\\d+ |s$", "");
        String words = first.equals(last)
                ? "in about " + first
                : "in " + (first.contains(unit) ? first.replaceAll(" .*", "") : first) + " to " + last;
        return new Forecast(from, to, words);
    }

    /**
     * Returns the step to which a time is rounded, in minutes: fine if it is near, coarse if it is far, so that the
     * words stay the same for a while.
     */
    private static long step(Duration time) {
        return time.toMinutes() < 90 ? 5 : time.toHours() < 48 ? 60 : 1440;
    }

    private static String words(Duration time) {
        long minutes = time.toMinutes();
        return minutes < 90
                ? Numbers.count(minutes, "minute")
                : time.toHours() < 48
                        ? Numbers.count(Math.round(minutes / 60.0), "hour")
                        : Numbers.count(Math.round(minutes / 1440.0), "day");
    }
}
