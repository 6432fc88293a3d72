package org.c25.sets;

import java.util.Locale;
import org.c25.common.Problem;

/** The ways in which a set's images were chosen. */
public enum SetKind {
    CONFUSING,
    RANDOM,
    CUSTOM;

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
