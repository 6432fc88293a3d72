package org.c25.sets;

import java.util.Optional;
import org.c25.common.Problem;

/** The reasons that keep the participants of a set from going on, those at work as well as newcomers. */
public enum Suspension {
    PAUSED("The study is paused. What you have answered is kept; come back later."),
    ENDED("The study has ended. What you have answered is kept.");

    private final String words;

    Suspension(String words) {
        this.words = words;
    }

    public static Optional<Suspension> of(boolean paused, boolean archived) {
        return archived ? Optional.of(ENDED) : paused ? Optional.of(PAUSED) : Optional.empty();
    }

    /** Returns the problem 409, for programs. */
    public Problem problem() {
        return Problem.conflict(words);
    }
}
