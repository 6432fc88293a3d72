package org.c25.studies;

import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/**
 * The words of one scale: its name, and what stands under its manikins.
 *
 * @param least under step 1; @param middle under step 5, may be empty; @param greatest under step 9
 */
public record ScaleLabels(
        Words title, Words least, @Nullable Words middle, Words greatest) {

    public ScaleLabels {
        middle = middle == null ? Words.NONE : middle;
    }

    /** What stands under a step: at the ends, and in the middle where there is a word for it. */
    public Words anchor(Step step) {
        return switch (step.value()) {
            case Step.LEAST -> least;
            case Step.MIDDLE -> middle == null ? Words.NONE : middle;
            case Step.GREATEST -> greatest;
            default -> Words.NONE;
        };
    }
}
