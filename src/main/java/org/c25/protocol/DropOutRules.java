package org.c25.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The rules of when somebody at work counts as a drop-out. Both times count from the last sign of life.
 *
 * @param stalledAfterHours the hours after which somebody is stalled, and reminded if an e-mail address is known, 0
 *     (never) … 8760; null for 24
 * @param releaseAfterHours the hours after which a stalled person's slot is released, 0 (never) … 8760; null for 72
 */
public record DropOutRules(
        @Nullable Integer stalledAfterHours, @Nullable Integer releaseAfterHours) {

    public static final DropOutRules USUAL = new DropOutRules(null, null);

    /** The rules of a study from before there were any: nobody's slot is taken from them. */
    static final DropOutRules NEVER_RELEASED = new DropOutRules(null, 0);

    private static final int MOST_HOURS = 8760;

    /** @throws Problem naming each field that is out of range */
    public DropOutRules {
        stalledAfterHours = stalledAfterHours == null ? Integer.valueOf(24) : stalledAfterHours;
        releaseAfterHours = releaseAfterHours == null ? Integer.valueOf(72) : releaseAfterHours;
        List<Fault> faults = new ArrayList<>();
        if (stalledAfterHours < 0 || stalledAfterHours > MOST_HOURS) {
            faults.add(Fault.inField("dropOuts.stalledAfterHours", "0 for never, up to 8,760"));
        }
        if (releaseAfterHours < 0 || releaseAfterHours > MOST_HOURS) {
            faults.add(Fault.inField("dropOuts.releaseAfterHours", "0 for never, up to 8,760"));
        } else if (releaseAfterHours > 0 && (stalledAfterHours == 0 || releaseAfterHours <= stalledAfterHours)) {
            faults.add(Fault.inField(
                    "dropOuts.releaseAfterHours", "more hours than until somebody counts as stalled; 0 for never"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** Returns the time without a sign of life; empty for never. */
    public Optional<Duration> stalledAfter() {
        return after(Objects.requireNonNull(stalledAfterHours));
    }

    /** Returns the time without a sign of life; empty for never. */
    public Optional<Duration> releaseAfter() {
        return after(Objects.requireNonNull(releaseAfterHours));
    }

    private static Optional<Duration> after(int hours) {
        return hours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(hours));
    }
}
