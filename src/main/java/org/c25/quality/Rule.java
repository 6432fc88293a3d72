package org.c25.quality;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.c25.studies.Quality;
import org.jspecify.annotations.Nullable;

/** What a participant can be flagged for, in the order in which it is shown. */
public enum Rule {
    TOO_FAST("Too fast", new TooFast()),
    LONG_RUN("Long run", new LongRun()),
    SCALE_HARDLY_USED("Scale hardly used", new ScaleHardlyUsed()),
    LOW_SELF_AGREEMENT("Low self-agreement", new LowSelfAgreement()),
    FAR_FROM_OTHERS("Far from others", new FarFromOthers()),
    CONTRADICTIONS("Contradictions", new Contradictions());

    private final String title;
    private final Look look;

    Rule(String title, Look look) {
        this.title = title;
        this.look = look;
    }

    /** What each rule sees that sees something. Nothing before enough images are answered. */
    static Map<Rule, Evidence> look(Figures figures, Quality thresholds) {
        Map<Rule, Evidence> seen = new EnumMap<>(Rule.class);
        if (figures.images() >= least(thresholds)) {
            for (Rule rule : values()) {
                Optional<Evidence> evidence = rule.look.at(figures, thresholds);
                evidence.ifPresent(found -> seen.put(rule, found));
            }
        }
        return seen;
    }

    /** The least number of answers that a rule looks at: of fewer, a share says too little. */
    static int least(Quality thresholds) {
        return thresholds.leastTrials() == null ? 1 : thresholds.leastTrials();
    }

    /** A few words, such as {@code Too fast}. */
    public String title() {
        return title;
    }

    /** From where on there is a flag; null if the study has switched the rule off. */
    @Nullable
    public String when(Quality thresholds) {
        return look.when(thresholds);
    }
}
