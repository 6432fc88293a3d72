package org.c25.completioncodes;

import org.c25.participation.CompletionCode;

/**
 * What somebody handed in to a recruiter.
 *
 * @param externalId the name by which the recruiter knows the person; empty if it is not known
 * @param code the code as it was typed; empty if there is none
 */
record HandedIn(String externalId, String code) {

    private static final int LONGEST = 200;

    /** What Prolific writes where somebody has no code. */
    private static final String NO_CODE = "NOCODE";

    HandedIn {
        externalId = cut(externalId);
        code = code.strip().equalsIgnoreCase(NO_CODE) ? "" : cut(code);
    }

    private static String cut(String text) {
        String bare = text.strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    /** Returns the code as codes are compared. */
    String normal() {
        return CompletionCode.normal(code);
    }
}
