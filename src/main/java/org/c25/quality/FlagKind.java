package org.c25.quality;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/** The kinds of flags that a participant can get, in the order in which they are shown. */
public enum FlagKind {
    TOO_FAST("Too fast", new TooFast()),
    LONG_RUN("Long run", new StraightLining()),
    SCALE_HARDLY_USED("Scale hardly used", new ScaleHardlyUsed()),
    LOW_SELF_AGREEMENT("Low self-agreement", new LowSelfAgreement()),
    FAR_FROM_OTHERS("Far from others", new FarFromOthers()),
    CONTRADICTIONS("Contradictions", new Contradictions());

    private final String title;
    private final FlagRule rule;

    FlagKind(String title, FlagRule rule) {
        this.title = title;
        this.rule = rule;
    }

    /** Returns the evidence of each rule that raises a flag; empty while too few images are answered. */
    static Map<FlagKind, Evidence> raised(ParticipantFigures figures, FlagThresholds thresholds) {
        Map<FlagKind, Evidence> seen = new EnumMap<>(FlagKind.class);
        if (figures.images() >= least(thresholds)) {
            for (FlagKind kind : values()) {
                Optional<Evidence> evidence = kind.rule.at(figures, thresholds);
                evidence.ifPresent(found -> seen.put(kind, found));
            }
        }
        return seen;
    }

    /** Returns the least number of answers from which a rule is applied: a share of fewer says too little. */
    static int least(FlagThresholds thresholds) {
        return thresholds.leastTrials() == null ? 1 : thresholds.leastTrials();
    }

    /** Returns a few words that name the flag, such as {@code Too fast}. */
    public String title() {
        return title;
    }

    /** Returns the condition that raises the flag; null if the study has switched the rule off. */
    @Nullable
    public String when(FlagThresholds thresholds) {
        return rule.when(thresholds);
    }
}
