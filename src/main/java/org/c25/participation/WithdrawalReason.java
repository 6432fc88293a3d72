package org.c25.participation;

import java.util.Locale;

/** The reason why somebody leaves, if they care to say. */
public enum WithdrawalReason {
    TOO_LONG,
    UNPLEASANT,
    TECHNICAL,
    PRIVACY,
    OTHER;

    /** Returns the key of this reason in the message files, such as {@code too-long}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
