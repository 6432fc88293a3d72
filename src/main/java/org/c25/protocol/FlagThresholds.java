package org.c25.protocol;

import java.util.ArrayList;
import java.util.List;
import org.c25.common.Fault;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds from which a participant's answers get a flag: a reason to look at them, not a verdict.
 *
 * @param leastTrials how many first showings somebody has to answer before any rule applies, 1 … 10000; null for 40. In
 *     a small set it is less: see {@link #forSetOf}
 * @param fastMillis answers in less time are fast, 0 (the rule is off) … 60000; null for 1500
 * @param fastShare flagged if more than this share of the answers are fast, 0 … 1; null for 0.2
 * @param longRun flagged if at least so many trials in a row have the same expression, valence and arousal, 0 (off) …
 *     10000; null for 10. It is less in a small set, too
 * @param oneStepShare flagged if more than this share of a scale's answers are one and the same step, 0 … 1 (off); null
 *     for 0.8
 * @param leastSelfKappa flagged if the kappa between the two answers to repeated images is less (nominal for
 *     expressions, quadratic weights for the scales), −1 (off) … 1; null for 0.2
 * @param mostSelfDifference flagged if the mean absolute difference between the two answers is more, in steps, 0 … 8
 *     (off); null for 2
 * @param leastCcc flagged if the concordance (Lin 1989) with the mean of all others is less, −1 (off) … 1; null for 0.2
 * @param leastAgreement flagged if less than this share of the expressions is the majority vote of all others, 0 (off)
 *     … 1; null for 0.25
 * @param contradictionShare flagged if more than this share of the answers contradict themselves, such as happiness
 *     with the lowest valence, 0 … 1 (off); null for 0.1
 */
public record FlagThresholds(
        @Nullable Integer leastTrials,
        @Nullable Integer fastMillis,
        @Nullable Double fastShare,
        @Nullable Integer longRun,
        @Nullable Double oneStepShare,
        @Nullable Double leastSelfKappa,
        @Nullable Double mostSelfDifference,
        @Nullable Double leastCcc,
        @Nullable Double leastAgreement,
        @Nullable Double contradictionShare) {

    private static final int FEWEST = 3;
    private static final int PAIRS = 10;

    public static final FlagThresholds USUAL =
            new FlagThresholds(null, null, null, null, null, null, null, null, null, null);

    /** @throws Problem naming each field that is out of range */
    public FlagThresholds {
        leastTrials = leastTrials == null ? Integer.valueOf(40) : leastTrials;
        fastMillis = fastMillis == null ? Integer.valueOf(1500) : fastMillis;
        fastShare = fastShare == null ? Double.valueOf(0.2) : fastShare;
        longRun = longRun == null ? Integer.valueOf(10) : longRun;
        oneStepShare = oneStepShare == null ? Double.valueOf(0.8) : oneStepShare;
        leastSelfKappa = leastSelfKappa == null ? Double.valueOf(0.2) : leastSelfKappa;
        mostSelfDifference = mostSelfDifference == null ? Double.valueOf(2) : mostSelfDifference;
        leastCcc = leastCcc == null ? Double.valueOf(0.2) : leastCcc;
        leastAgreement = leastAgreement == null ? Double.valueOf(0.25) : leastAgreement;
        contradictionShare = contradictionShare == null ? Double.valueOf(0.1) : contradictionShare;
        List<Fault> faults = new ArrayList<>();
        check(faults, "leastTrials", leastTrials, 1, 10_000);
        check(faults, "fastMillis", fastMillis, 0, 60_000);
        check(faults, "fastShare", fastShare, 0, 1);
        check(faults, "longRun", longRun, 0, 10_000);
        check(faults, "oneStepShare", oneStepShare, 0, 1);
        check(faults, "leastSelfKappa", leastSelfKappa, -1, 1);
        check(faults, "mostSelfDifference", mostSelfDifference, 0, 8);
        check(faults, "leastCcc", leastCcc, -1, 1);
        check(faults, "leastAgreement", leastAgreement, 0, 1);
        check(faults, "contradictionShare", contradictionShare, 0, 1);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /**
     * Returns the thresholds for a set. The least numbers of trials are at most half of its images, so that somebody
     * can be flagged in a small set, too, and while they are still at work. But that limit is never below
     * {@value #FEWEST}: fewer trials say nothing in any set.
     *
     * @param images how many images the set has
     */
    public FlagThresholds forSetOf(int images) {
        int most = Math.max(FEWEST, images / 2);
        return new FlagThresholds(
                capped(leastTrials, most),
                fastMillis,
                fastShare,
                capped(longRun, most),
                oneStepShare,
                leastSelfKappa,
                mostSelfDifference,
                leastCcc,
                leastAgreement,
                contradictionShare);
    }

    /**
     * Returns how many images somebody has to answer twice before a rule applies to their self-agreement:
     * {@value #PAIRS}, or half of those that they are shown twice if that is less, or {@code leastTrials} if that is
     * less. It is never less than {@value #FEWEST} unless the study's {@code leastTrials} is.
     *
     * @param repeats how many images are shown twice
     */
    public int leastPairs(int repeats) {
        int pairs = Math.min(PAIRS, Math.max(FEWEST, repeats / 2));
        return leastTrials == null ? pairs : Math.min(pairs, leastTrials);
    }

    private static @Nullable Integer capped(@Nullable Integer number, int most) {
        return number == null ? null : Integer.valueOf(Math.min(number, most));
    }

    private static void check(List<Fault> faults, String field, Number value, int least, int most) {
        if (!(value.doubleValue() >= least && value.doubleValue() <= most)) {
            faults.add(
                    Fault.inField("quality." + field, Numbers.decimals(least, 0) + " to " + Numbers.decimals(most, 0)));
        }
    }
}
