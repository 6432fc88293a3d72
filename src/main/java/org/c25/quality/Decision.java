package org.c25.quality;

import java.util.Locale;

/** The decisions that staff can make on a flag. Neither changes any answer or any file, and each can be taken back. */
public enum Decision {
    /** The flag is right: this person's answers are not what they should be. */
    ACCEPTED,
    /** The flag does not matter here. */
    DISMISSED;

    /** Returns the decision in a word, such as {@code accepted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
