package org.c25.sets;

import java.util.Locale;
import org.c25.common.Problem;

/** How a set's images were chosen. */
public enum SetKind {
    CONFUSING,
    RANDOM,
    CUSTOM;

    /** @throws Problem 422 if there is no such kind, in whatever case */
    static SetKind named(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("kind", "is CONFUSING, RANDOM or CUSTOM");
        }
    }
}
