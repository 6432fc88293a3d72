package org.c25.affect;

import java.util.Locale;

/** One of the three things that a participant says about a face, in the order of the original tool. */
public enum Dimension {
    EXPRESSION,
    VALENCE,
    AROUSAL;

    /** Returns its name in forms, files and addresses, such as {@code valence}. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
