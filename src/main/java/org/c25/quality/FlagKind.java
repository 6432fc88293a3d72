package org.c25.quality;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/** What a participant can be flagged for, in the order in which it is shown. */
public enum FlagKind {
    TOO_FAST("Too fast", new TooFast()),
    LONG_RUN("Long run", new LongRun()),
    SCALE_HARDLY_USED("Scale hardly used", new ScaleHardlyUsed()),
    LOW_SELF_AGREEMENT("Low self-agreement", new LowSelfAgreement()),
    FAR_FROM_OTHERS("Far from others", new FarFromOthers()),
    CONTRADICTIONS("Contradictions", new Contradictions());

    private final String title;
    private final FlagRule look;

    FlagKind(String title, FlagRule look) {
        this.title = title;
        this.look = look;
    }

    /** What each rule sees that sees something. Nothing before enough images are answered. */
    static Map<FlagKind, Evidence> look(ParticipantFigures figures, FlagThresholds thresholds) {
        Map<FlagKind, Evidence> seen = new EnumMap<>(FlagKind.class);
        if (figures.images() >= least(thresholds)) {
            for (FlagKind rule : values()) {
                Optional<Evidence> evidence = rule.look.at(figures, thresholds);
                evidence.ifPresent(found -> seen.put(rule, found));
            }
        }
        return seen;
    }

    /** The least number of answers that a rule looks at: of fewer, a share says too little. */
    static int least(FlagThresholds thresholds) {
        return thresholds.leastTrials() == null ? 1 : thresholds.leastTrials();
    }

    /** A few words, such as {@code Too fast}. */
    public String title() {
        return title;
    }

    /** From where on there is a flag; null if the study has switched the rule off. */
    @Nullable
    public String when(FlagThresholds thresholds) {
        return look.when(thresholds);
    }
}
