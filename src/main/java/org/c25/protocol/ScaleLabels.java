package org.c25.protocol;

import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/**
 * The words of one scale: its name, and the words under its manikins.
 *
 * @param least the words under step 1
 * @param middle the words under step 5, may be empty
 * @param greatest the words under step 9
 */
public record ScaleLabels(
        BilingualText title, BilingualText least, @Nullable BilingualText middle, BilingualText greatest) {

    public ScaleLabels {
        middle = middle == null ? BilingualText.NONE : middle;
    }

    /** Returns the words under a step: at the ends, and in the middle if there is a word for it; else none. */
    public BilingualText anchor(Step step) {
        return switch (step.value()) {
            case Step.LEAST -> least;
            case Step.MIDDLE -> middle == null ? BilingualText.NONE : middle;
            case Step.GREATEST -> greatest;
            default -> BilingualText.NONE;
        };
    }
}
