package org.c25.agreement;

import java.util.Optional;
import org.c25.common.Numbers;

/**
 * The answers on which a coefficient of one dimension rests.
 *
 * @param kind the kind of images that count
 * @param images how many images those are
 * @param participants how many people gave at least one answer of the dimension
 * @param pairs the number of pairs of participants in a mean over pairs; 0 for a coefficient that is no such mean
 */
public record Basis(Kind kind, int images, int participants, int pairs) {

    /** The number of images below which a coefficient is rough. */
    public static final int FEW = 50;

    /** The number of images below which a coefficient has no interval. */
    public static final int FEWEST = 10;

    public enum Kind {
        /** Images with two or more answers. */
        SHARED,
        /** Images that all participants have answered. */
        COMPLETE,
        /** Images that the two of any pair in a mean over pairs have answered. */
        PAIRS,
        /** Images that have all their ratings, where images are shared out. */
        FULL,
        /** None: participants are too many for pairs of them. */
        UNCOMPARED;

        /** Whether coefficients of the two kinds stand together: of another set, another may be the basis. */
        public boolean isLike(Kind other) {
            return family() == other.family();
        }

        private Kind family() {
            return switch (this) {
                case FULL -> COMPLETE;
                case UNCOMPARED -> PAIRS;
                case SHARED, COMPLETE, PAIRS -> this;
            };
        }
    }

    /**
     * Whether two people who share so many images can be compared: ten, or half of the set if that is less.
     *
     * @param shared how many images both answered
     * @param images how many images the set has
     */
    public static boolean isEnough(int shared, int images) {
        return shared >= FEWEST || shared > 0 && 2 * shared >= images;
    }

    public static Basis shared(Answers answers) {
        return new Basis(Kind.SHARED, answers.sharedImages(), answers.people(), 0);
    }

    public static Basis complete(Answers answers) {
        return new Basis(Kind.COMPLETE, answers.completeImages(), answers.people(), 0);
    }

    /** Returns the basis of ICC(1, …), which takes the raters as others for each image. */
    static Basis ofOneWay(Answers answers) {
        return answers.completeImages() < 2 && answers.fullImages() > 1
                ? new Basis(Kind.FULL, answers.fullImages(), answers.people(), 0)
                : complete(answers);
    }

    static Basis pairs(RaterPairs pairs, Spread mean) {
        return new Basis(
                pairs.areCompared() ? Kind.PAIRS : Kind.UNCOMPARED, pairs.images(), pairs.people(), mean.pairs());
    }

    /** Whether the coefficient is a mean over pairs. */
    public boolean isOfPairs() {
        return kind == Kind.PAIRS || kind == Kind.UNCOMPARED;
    }

    public boolean isSmall() {
        return images < FEW;
    }

    /** Returns why a coefficient that rests on this has no value. */
    public UndefinedReason whyUndefined() {
        if (participants < 2) {
            return participants == 0 ? UndefinedReason.NOBODY : UndefinedReason.ONE_PARTICIPANT;
        }
        return switch (kind) {
            case SHARED -> images == 0 ? UndefinedReason.NO_SHARED_IMAGE : UndefinedReason.ONE_CATEGORY;
            case COMPLETE -> images < 2 ? UndefinedReason.TOO_FEW_COMPLETE : UndefinedReason.NO_VARIATION;
            case FULL -> UndefinedReason.NO_VARIATION;
            case UNCOMPARED -> UndefinedReason.TOO_MANY_PEOPLE;
            case PAIRS -> images == 0 ? UndefinedReason.NO_PAIR : UndefinedReason.NO_PAIR_VARIES;
        };
    }

    /** Returns what readers should mind about a coefficient that rests on this; empty where it rests on enough. */
    public Optional<String> warning() {
        if (images < FEWEST) {
            return Optional.of("rests on fewer than " + FEWEST + " images, so it has no interval");
        }
        return isSmall() ? Optional.of("rests on fewer than " + FEW + " images") : Optional.empty();
    }

    /** Returns the basis in words, such as {@code 800 images, 25 participants} and {@code 800 images, 300 pairs}. */
    public String words() {
        return Numbers.count(images, "image") + ", "
                + (isOfPairs() ? Numbers.count(pairs, "pair") : Numbers.count(participants, "participant"));
    }
}
