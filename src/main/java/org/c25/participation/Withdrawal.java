package org.c25.participation;

import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says when they leave.
 *
 * @param answers what becomes of the answers given so far
 * @param reason null if they prefer not to say
 * @param remark in their own words, at most 200 characters; null for none
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
            throw Problem.invalid("remark", "has at most " + REMARK_MAX + " characters");
        }
    }

    /** What becomes of the answers given so far. */
    public enum Answers {
        /** The researchers keep them, marked as those of somebody who left, and outside of every file. */
        KEEP,
        /** They are erased, with everything else that is known of the person. */
        ERASE
    }
}
