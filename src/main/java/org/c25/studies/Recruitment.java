package org.c25.studies;

import org.jspecify.annotations.Nullable;

/**
 * Who may have a place, and what becomes of who finds none.
 *
 * @param oneSetEach whether a person can have a place in one set of the study alone, as far as an e-mail address or a
 *     recruiter's ID tells that it is the same person; null for no
 * @param waitingList whether who finds the set full can wait for a place to become free; null for no
 */
public record Recruitment(
        @Nullable Boolean oneSetEach, @Nullable Boolean waitingList) {

    public static final Recruitment USUAL = new Recruitment(null, null);

    public Recruitment {
        oneSetEach = oneSetEach != null && oneSetEach;
        waitingList = waitingList != null && waitingList;
    }
}
