package org.c25.participation;

import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The withdrawal of somebody who leaves: their wish for their answers, and their reason.
 *
 * @param answers what happens to the answers given so far
 * @param reason null if they prefer not to say
 * @param remark a remark in their own words, at most 200 characters; null for none
 */
public record Withdrawal(
        Answers answers,
        @Nullable WithdrawalReason reason,
        @Nullable String remark) {

    public static final int REMARK_MAX = 200;

    /** @throws Problem if the remark is too long */
    public Withdrawal {
        remark = remark == null || remark.isBlank() ? null : remark.strip();
        if (remark != null && remark.length() > REMARK_MAX) {
            throw Problem.invalid("remark", "at most " + REMARK_MAX + " characters");
        }
    }

    /** The two things that can happen to the answers given so far. */
    public enum Answers {
        /** The researchers keep the answers, marked as those of somebody who left; no file contains them. */
        KEEP,
        /** The answers are erased, with everything else that is known of the person. */
        ERASE
    }
}
