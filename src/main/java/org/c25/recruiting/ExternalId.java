package org.c25.recruiting;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.c25.common.Problem;
import org.c25.protocol.Recruiter;
import org.jspecify.annotations.Nullable;

/**
 * The ID by which a recruiter knows somebody. It stays in that person's browser and in the request that brings it; what
 * {@link ExternalIds} keeps of it does not tell it.
 *
 * @param text 1 … 200 printable characters, none of them a space
 */
public record ExternalId(String text) {

    private static final String UNFILLED =
            "is no ID but a placeholder or a word for none: send the ID by which the" + " recruiter knows the person";

    /** U+FFFD stands where something could not be decoded. */
    private static final String FIT = "[^\\p{C}\\p{Z}\uFFFD]{1,200}";

    private static final String AROUND = "^[\\p{C}\\p{Z}]+|[\\p{C}\\p{Z}]+$";

    /**
     * An ID without what is invisible around it.
     *
     * @throws Problem if it can't be an ID
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExternalId {
        text = text.replaceAll(AROUND, "");
        if (!text.matches(FIT)) {
            throw Problem.invalid("outsideId", "has 1 to 200 printable characters and no spaces");
        }
        if (PlaceholderId.is(text)) {
            throw Problem.invalid("outsideId", UNFILLED);
        }
    }

    /** What a link or a cookie brings: whatever can't be an ID is none. */
    static Optional<ExternalId> in(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(ExternalId::new);
        } catch (Problem unfit) {
            return Optional.empty();
        }
    }

    /** What a recruiter's link brings. */
    static Optional<ExternalId> in(HttpServletRequest request, Recruiter recruiter) {
        return in(request.getParameter(recruiter.idParameter()))
                .filter(id -> !PlaceholderId.isName(id.text, recruiter.idParameter()));
    }

    /** Whether a recruiter's link brings what nobody filled in. */
    static boolean isUnfilled(HttpServletRequest request, Recruiter recruiter) {
        String text = request.getParameter(recruiter.idParameter());
        return text != null
                && !text.isBlank()
                && (PlaceholderId.is(text) || PlaceholderId.isName(text, recruiter.idParameter()));
    }

    /** @throws Problem if it is the name of the parameter in which the recruiter sends the ID */
    public void refuseName(Recruiter recruiter) {
        if (PlaceholderId.isName(text, recruiter.idParameter())) {
            throw Problem.invalid("outsideId", UNFILLED);
        }
    }

    /** Never the ID: a record's own text would end up in a log. */
    @Override
    public String toString() {
        return "OutsideId[…]";
    }
}
