package org.c25.comparison;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Step;
import org.c25.agreement.ImageVotes;
import org.c25.ratings.Ratings;

/**
 * The reference that a model is held against: what the participants say of each image, together, one by
 * one, and all but one. An expression is the majority vote, the smallest code on a tie; valence and arousal are means,
 * or the steps with the most votes.
 */
public final class ParticipantReference {

    private static final int NOBODY = -1;

    private final Ratings ratings;
    private final List<Integer> slots;
    private final int[][] expressions;
    private final int[][] valences;
    private final int[][] arousals;

    private ParticipantReference(Ratings ratings, List<Integer> slots) {
        this.ratings = ratings;
        this.slots = slots;
        this.expressions = counts(Dimension.EXPRESSION);
        this.valences = counts(Dimension.VALENCE);
        this.arousals = counts(Dimension.AROUSAL);
    }

    /** Returns the reference that the participants with at least one answer make. */
    public static ParticipantReference of(Ratings ratings) {
        return new ParticipantReference(
                ratings,
                IntStream.range(0, ratings.slots())
                        .filter(ratings::hasAnswers)
                        .boxed()
                        .toList());
    }

    /** Counts the votes by image, then category. */
    private int[][] counts(Dimension dimension) {
        int[][] counts = new int[ratings.images()][Ratings.categories(dimension)];
        for (int slot : slots) {
            for (int image = 0; image < counts.length; image++) {
                int category = ratings.get(dimension, image, slot);
                if (category != Ratings.NONE) {
                    counts[image][category]++;
                }
            }
        }
        return counts;
    }

    public int images() {
        return ratings.images();
    }

    /** Returns the slots with at least one answer; none if the participants are too many to be looked at one by one. */
    public List<Integer> slots() {
        return ratings.isByPerson() ? slots : List.of();
    }

    /** Returns what all say together: the majority vote of the expressions, and the means of valence and arousal. */
    public RaterSeries everybody() {
        return without(NOBODY);
    }

    /**
     * Returns what all say together, with the steps of valence and arousal that have the most votes; the lowest on a
     * tie.
     */
    public RaterSeries majority() {
        RaterSeries majority = RaterSeries.silent(images());
        for (int image = 0; image < images(); image++) {
            majority.expression()[image] = majority(expressions[image], Ratings.NONE);
            majority.valence()[image] = value(majority(valences[image], Ratings.NONE));
            majority.arousal()[image] = value(majority(arousals[image], Ratings.NONE));
        }
        return majority;
    }

    /** Returns what all say but the one in a slot. */
    public RaterSeries without(int slot) {
        RaterSeries others = RaterSeries.silent(images());
        for (int image = 0; image < images(); image++) {
            others.expression()[image] = majority(expressions[image], own(Dimension.EXPRESSION, image, slot));
            others.valence()[image] = mean(valences[image], own(Dimension.VALENCE, image, slot));
            others.arousal()[image] = mean(arousals[image], own(Dimension.AROUSAL, image, slot));
        }
        return others;
    }

    /** Returns what the one in a slot says alone. */
    public RaterSeries of(int slot) {
        RaterSeries one = RaterSeries.silent(images());
        for (int image = 0; image < images(); image++) {
            one.expression()[image] = own(Dimension.EXPRESSION, image, slot);
            one.valence()[image] = value(own(Dimension.VALENCE, image, slot));
            one.arousal()[image] = value(own(Dimension.AROUSAL, image, slot));
        }
        return one;
    }

    private int own(Dimension dimension, int image, int slot) {
        return slot == NOBODY ? Ratings.NONE : ratings.get(dimension, image, slot);
    }

    /**
     * Returns the category with the most votes after one vote is taken away; {@link RaterSeries#NONE} if no vote is
     * left.
     */
    private static int majority(int[] counts, int taken) {
        ImageVotes all = new ImageVotes(counts);
        return (taken == Ratings.NONE ? all : all.without(taken)).majority().orElse(RaterSeries.NONE);
    }

    private static double mean(int[] counts, int taken) {
        int answers = taken == Ratings.NONE ? 0 : -1;
        int fromMiddle = taken == Ratings.NONE ? 0 : -fromMiddle(taken);
        for (int category = 0; category < counts.length; category++) {
            answers += counts[category];
            fromMiddle += counts[category] * fromMiddle(category);
        }
        return answers == 0 ? Double.NaN : fromMiddle / 4.0 / answers;
    }

    private static double value(int category) {
        return category == Ratings.NONE ? Double.NaN : fromMiddle(category) / 4.0;
    }

    /** Returns how far a step, counted from 0, lies from the middle: −4 … 4. */
    private static int fromMiddle(int category) {
        return category + Step.LEAST - Step.MIDDLE;
    }
}
