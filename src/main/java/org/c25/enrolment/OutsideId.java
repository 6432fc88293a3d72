package org.c25.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The ID by which a recruiter knows somebody. It stays in that person's browser and in the request that brings it; what
 * {@link OutsideIds} keeps of it does not tell it.
 *
 * @param text 1 … 200 printable characters, none of them a space
 */
record OutsideId(String text) {

    private static final String FIT = "[^\\p{C}\\p{Z}]{1,200}";

    /** @throws Problem if it can't be an ID */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OutsideId {
        if (!text.matches(FIT)) {
            throw Problem.invalid("outsideId", "has 1 to 200 printable characters and no spaces");
        }
    }

    /** What a link or a cookie brings: whatever can't be an ID is none. */
    static Optional<OutsideId> in(@Nullable String text) {
        return text != null && text.matches(FIT) ? Optional.of(new OutsideId(text)) : Optional.empty();
    }

    /** Never the ID: a record's own text would end up in a log. */
    @Override
    public String toString() {
        return "OutsideId[…]";
    }
}
