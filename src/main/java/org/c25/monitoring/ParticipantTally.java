package org.c25.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.c25.affect.Step;
import org.c25.agreement.Median;
import org.c25.agreement.SelfAgreement;
import org.c25.ratings.Repeat;
import org.c25.ratings.TrialRating;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one participant, in the fewest bytes that the figures need: some twenty per trial. It takes up answers
 * as they are read, in any order.
 */
class ParticipantTally {

    private static final int NONE = -1;

    private final int trials;

    /** The item's number in {@link ParticipantTallies} at each position; {@link #NONE} while there is no answer. */
    private int[] items;

    /** The position at which the item was shown first, at each position that is a repeat; else {@link #NONE}. */
    private int[] firstShowings;

    /** The latest answer at each position, as {@link #packed}; 0 while there is none. */
    private short[] answers;

    /** The response time of the first answer at each position, in milliseconds. */
    private int[] millis;

    private final TreeMap<Long, Integer> perSpan = new TreeMap<>();
    private int rows;
    private int answered;
    private int highest = NONE;
    private @Nullable Instant lastAt;
    private @Nullable Integer median;
    private @Nullable SelfAgreement selfAgreement;

    /** @param trials how many trials there are, as far as is known */
    ParticipantTally(int trials) {
        this.trials = trials;
        items = none(trials);
        firstShowings = none(trials);
        answers = new short[trials];
        millis = none(trials);
    }

    private static int[] none(int length) {
        int[] none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }

    /**
     * Takes up the answer to one trial.
     *
     * @param item the item's number in {@link ParticipantTallies}
     */
    void add(TrialRating rating, int item, Instant firstAt, Instant lastAt) {
        int position = rating.position();
        if (position >= answers.length) {
            grow(2 * position + 1);
        }
        items[position] = item;
        firstShowings[position] = rating.repeatOf();
        answers[position] = packed(rating.expression(), rating.valence(), rating.arousal());
        millis[position] = (int) Math.min(rating.firstMillis(), Integer.MAX_VALUE);
        perSpan.merge(AnswerRate.span(firstAt), 1, Integer::sum);
        rows += rating.revisions();
        answered++;
        highest = Math.max(highest, position);
        if (this.lastAt == null || lastAt.isAfter(this.lastAt)) {
            this.lastAt = lastAt;
        }
        median = null;
        selfAgreement = null;
    }

    private void grow(int length) {
        int before = answers.length;
        items = Arrays.copyOf(items, length);
        firstShowings = Arrays.copyOf(firstShowings, length);
        answers = Arrays.copyOf(answers, length);
        millis = Arrays.copyOf(millis, length);
        Arrays.fill(items, before, length, NONE);
        Arrays.fill(firstShowings, before, length, NONE);
        Arrays.fill(millis, before, length, NONE);
    }

    /**
     * Returns a code and two steps as one number; the code is −1, or a step 0, if an imported file had an empty cell.
     */
    static short packed(int expression, int valence, int arousal) {
        return (short) ((expression + 1) * 100 + valence * 10 + arousal);
    }

    /** Returns how many answers it has taken up, revisions included. */
    int rows() {
        return rows;
    }

    int trials() {
        return trials;
    }

    /** Returns the last position with an answer; −1 for none. */
    int highest() {
        return highest;
    }

    int answered() {
        return answered;
    }

    @Nullable
    Instant lastAt() {
        return lastAt;
    }

    /** Returns how many trials got their first answer in each {@link AnswerRate#SPAN}. */
    Map<Long, Integer> perSpan() {
        return perSpan;
    }

    /** Counts the items whose first showing has an answer, by their numbers. */
    void countInto(int[] answersByItem) {
        for (int position = 0; position < answers.length; position++) {
            if (answers[position] != 0 && firstShowings[position] == NONE && items[position] != NONE) {
                answersByItem[items[position]]++;
            }
        }
    }

    /**
     * Returns the median time from a face's appearance to the first answer in milliseconds; null if no time is known.
     */
    @Nullable
    Integer medianMillis() {
        if (median == null) {
            double known = Median.of(Arrays.stream(millis)
                    .filter(time -> time >= 0)
                    .asDoubleStream()
                    .toArray());
            median = Double.isNaN(known) ? null : Integer.valueOf((int) Math.round(known));
        }
        return median;
    }

    /**
     * Returns the self-agreement over the repeated trials of which both showings have an answer, each with its latest
     * revision.
     */
    SelfAgreement selfAgreement() {
        if (selfAgreement == null) {
            List<Repeat> repeats = new ArrayList<>();
            for (int position = 0; position < answers.length; position++) {
                int first = firstShowings[position];
                if (first != NONE && answers[position] != 0 && answers[first] != 0) {
                    repeats.add(new Repeat(0, items[position], unpacked(answers[first]), unpacked(answers[position])));
                }
            }
            selfAgreement = SelfAgreement.of(repeats);
        }
        return selfAgreement;
    }

    private static Repeat.Answer unpacked(int answer) {
        return new Repeat.Answer(answer / 100 - 1, answer / 10 % 10 - Step.LEAST, answer % 10 - Step.LEAST);
    }
}
