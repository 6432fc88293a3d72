package org.c25.participation;

import java.util.Locale;

/** Why somebody leaves, if they care to say. */
public enum WithdrawalReason {
    TOO_LONG,
    UNPLEASANT,
    TECHNICAL,
    PRIVACY,
    OTHER;

    /** Names its words among the messages: {@code too-long}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
