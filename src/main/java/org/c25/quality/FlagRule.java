package org.c25.quality;

import java.util.Optional;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/**
 * A rule that checks somebody's answers. It says what it found and why that asks for a second look, and judges nobody.
 */
interface FlagRule {

    /** Returns the evidence on which the flag rests; empty if there is no flag. */
    Optional<Evidence> at(ParticipantFigures figures, FlagThresholds thresholds);

    /**
     * Returns the condition that raises the flag, such as {@code more than 20 % of the answers in under 1.5 s}; null if
     * the rule is off.
     */
    @Nullable
    String when(FlagThresholds thresholds);
}
