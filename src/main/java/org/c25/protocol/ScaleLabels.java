package org.c25.protocol;

import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/**
 * The words of one scale: its name, and what stands under its manikins.
 *
 * @param least under step 1; @param middle under step 5, may be empty; @param greatest under step 9
 */
public record ScaleLabels(
        BilingualText title, BilingualText least, @Nullable BilingualText middle, BilingualText greatest) {

    public ScaleLabels {
        middle = middle == null ? BilingualText.NONE : middle;
    }

    /** What stands under a step: at the ends, and in the middle where there is a word for it. */
    public BilingualText anchor(Step step) {
        return switch (step.value()) {
            case Step.LEAST -> least;
            case Step.MIDDLE -> middle == null ? BilingualText.NONE : middle;
            case Step.GREATEST -> greatest;
            default -> BilingualText.NONE;
        };
    }
}
