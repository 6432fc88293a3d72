package org.c25.quality;

import java.util.Optional;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/** How a rule looks at somebody's answers. It says what it saw and why that asks for a second look, and judges nobody. */
interface FlagRule {

    /** What the flag rests on; empty if there is none. */
    Optional<Evidence> at(ParticipantFigures figures, FlagThresholds thresholds);

    /** The condition that raises the flag, such as {@code more than 20 % of the answers in under 1.5 s}; null if it is off. */
    @Nullable
    String when(FlagThresholds thresholds);
}
