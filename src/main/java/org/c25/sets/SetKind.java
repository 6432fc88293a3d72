package org.c25.sets;

import java.util.Locale;
import org.c25.common.Problem;

/** The ways in which a set's images were chosen. */
public enum SetKind {
    CUSTOM("custom: chosen by you, in any way"),
    RANDOM("random: drawn by chance"),
    CONFUSING("confusing: those on which models or people disagree");

    private final String words;

    SetKind(String words) {
        this.words = words;
    }

    /** Returns its name and what it means. */
    public String words() {
        return words;
    }

    /**
     * Returns the kind with a name, in upper or lower case.
     *
     * @throws Problem 422 if there is no such kind
     */
    static SetKind named(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("kind", "is CONFUSING, RANDOM or CUSTOM");
        }
    }
}
