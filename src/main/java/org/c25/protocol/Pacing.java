package org.c25.protocol;

import java.util.Objects;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a study before, between and after the recorded trials: practice, breaks, and going back.
 *
 * <p>A part that was left out is filled in when the record is made: no part is null afterwards.
 *
 * @param practiceTrials the number of trials with drawn faces that are not recorded, 0 … 8; null for 3
 * @param breakEvery the number of trials after which a break is offered, 0 (never) … 1000; null for 100
 * @param revisable how many of the last answers a participant can go back to, 0 … 1000; null for 5
 */
public record Pacing(
        @Nullable Integer practiceTrials,
        @Nullable Integer breakEvery,
        @Nullable Integer revisable) {

    public static final Pacing USUAL = new Pacing(null, null, null);

    /** @throws Problem naming each field that is out of range */
    public Pacing {
        practiceTrials = practiceTrials == null ? Integer.valueOf(3) : practiceTrials;
        breakEvery = breakEvery == null ? Integer.valueOf(100) : breakEvery;
        revisable = revisable == null ? Integer.valueOf(5) : revisable;
        Faults faults = new Faults();
        if (practiceTrials < 0 || practiceTrials > 8) {
            faults.add("pacing.practiceTrials", "0 to 8");
        }
        if (breakEvery < 0 || breakEvery > 1000) {
            faults.add("pacing.breakEvery", "0 for never, up to 1,000");
        }
        if (revisable < 0 || revisable > 1000) {
            faults.add("pacing.revisable", "0 for never, up to 1,000");
        }
        faults.refuseIfAny();
    }

    @Override
    public Integer practiceTrials() {
        return Objects.requireNonNull(practiceTrials);
    }

    @Override
    public Integer breakEvery() {
        return Objects.requireNonNull(breakEvery);
    }

    @Override
    public Integer revisable() {
        return Objects.requireNonNull(revisable);
    }

    /** Whether a break is offered once this many trials have an answer. */
    public boolean isBreakDue(int answered) {
        return breakEvery() > 0 && answered % breakEvery() == 0;
    }
}
