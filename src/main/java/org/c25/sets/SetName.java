package org.c25.sets;

import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/** The name that staff give a set, beside its number. */
final class SetName {

    static final String FIELD = "name";

    private static final int LONGEST = 100;

    private SetName() {}

    /**
     * Reads a name.
     *
     * @param sent what somebody has sent; null or blank for none
     * @return null for none
     * @throws Problem 422 if it is longer than 100 characters or not in one line
     */
    static @Nullable String read(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String name = sent.strip();
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw Problem.invalid(FIELD, "at most " + LONGEST + " characters");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(FIELD, "holds a line break or another character that is no text; delete it");
        }
        return name;
    }
}
