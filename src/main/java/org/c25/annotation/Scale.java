package org.c25.annotation;

import java.util.Locale;
import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/** A row of manikins, in the words of the original tool. */
enum Scale {
    VALENCE("정서", "Valence", new Words("부정", "Negative"), new Words("중립", "Neutral"), new Words("긍정", "Positive")),
    AROUSAL("각성", "Arousal", new Words("평온", "Calm"), null, new Words("흥분", "Excited"));

    private final Words title;
    private final Words least;
    private final @Nullable Words middle;
    private final Words greatest;

    Scale(String korean, String english, Words least, @Nullable Words middle, Words greatest) {
        this.title = new Words(korean, english);
        this.least = least;
        this.middle = middle;
        this.greatest = greatest;
    }

    /** The name of its field in the form and in its manikins' addresses. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Words title() {
        return title;
    }

    /** What stands at a step: at the ends, and in the middle of valence. */
    public @Nullable Words anchor(Step step) {
        return switch (step.value()) {
            case Step.LEAST -> least;
            case Step.MIDDLE -> middle;
            case Step.GREATEST -> greatest;
            default -> null;
        };
    }

    /** The step that a form has here, 1 … 9; null if none is chosen. */
    public @Nullable Integer in(AnnotationController.Form form) {
        return this == VALENCE ? form.valence() : form.arousal();
    }

    record Words(String korean, String english) {}
}
