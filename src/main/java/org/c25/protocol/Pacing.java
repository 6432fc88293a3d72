package org.c25.protocol;

import java.util.Objects;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What comes before, between and after the trials that count.
 *
 * <p>What was left out is filled in when the record is made: no part is null afterwards.
 *
 * @param practiceTrials trials with drawn faces that are not recorded, 0 … 8; null for 3
 * @param breakEvery after how many trials a break is offered, 0 (never) … 1000; null for 100
 * @param revisable to how many of the last answers a participant can go back, 0 … 1000; null for 5
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
            faults.add("pacing.practiceTrials", "is 0 to 8");
        }
        if (breakEvery < 0 || breakEvery > 1000) {
            faults.add("pacing.breakEvery", "is 0 (never) to 1000");
        }
        if (revisable < 0 || revisable > 1000) {
            faults.add("pacing.revisable", "is 0 (never) to 1000");
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

    /** Whether a break is offered once so many trials have an answer. */
    public boolean isBreakDue(int answered) {
        return breakEvery() > 0 && answered % breakEvery() == 0;
    }
}
