package org.c25.quality;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flag on one participant, as it stands: raised now, or decided on before, or both.
 *
 * @param evidence the evidence on which it rests now; null if it is not raised any more
 * @param positions the positions of the trials behind it, from 0, in ascending order
 * @param decision the latest decision; null while there is none
 */
public record FlagView(
        FlagKind rule,
        @Nullable String evidence,
        List<Integer> positions,
        @Nullable DecisionView decision) {

    static FlagView of(FlagKind rule, @Nullable Evidence evidence, @Nullable DecisionView decision) {
        return new FlagView(
                rule,
                evidence == null ? null : evidence.words(),
                evidence == null ? List.of() : evidence.positions(),
                decision);
    }

    public boolean isRaised() {
        return evidence != null;
    }

    /** Whether the flag is raised and nobody has decided on it yet. */
    public boolean isUndecided() {
        return evidence != null && decision == null;
    }

    public boolean isAccepted() {
        return decision != null && decision.decision() == Decision.ACCEPTED;
    }

    /** Whether the flag was decided on, but on other evidence than it has now. */
    public boolean isChangedSince() {
        return decision != null && !Objects.equals(decision.evidence(), evidence);
    }
}
