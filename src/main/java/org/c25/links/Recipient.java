package org.c25.links;

import java.util.Locale;
import org.c25.invitations.Addressee;
import org.c25.participation.JoinedPerson;
import org.jspecify.annotations.Nullable;

/**
 * The person to whom an e-mail goes.
 *
 * @param person the person as a participant; null before they took a slot
 */
record Recipient(Addressee invitation, @Nullable JoinedPerson person) {

    boolean hasJoined() {
        return person != null;
    }

    /** Returns the language in which they agreed to take part; English before that. */
    Locale language() {
        return person == null ? Locale.ENGLISH : person.language();
    }

    /** Whether an e-mail can reach them and makes sense: it makes none for people who have finished or left. */
    boolean isAwaited() {
        return invitation.hasAddress() && (person == null || person.isUnderWay());
    }
}
