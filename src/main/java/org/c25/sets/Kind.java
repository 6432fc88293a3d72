package org.c25.sets;

import java.util.Locale;
import org.c25.web.Problem;

/** How a set's images were chosen. */
public enum Kind {
    CONFUSING,
    RANDOM,
    CUSTOM;

    /** @throws Problem if it is none of them */
    static Kind of(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("kind", "is CONFUSING, RANDOM or CUSTOM");
        }
    }
}
