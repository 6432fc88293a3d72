package org.c25.quality;

import java.util.Locale;

/** What staff make of a flag. Neither changes any answer or any file. */
public enum Decision {
    /** The flag is right: this person's answers are not what they should be. */
    ACCEPTED,
    /** The flag means nothing here. */
    DISMISSED;

    /** Such as {@code accepted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
