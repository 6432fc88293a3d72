package org.c25.recruiting;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.c25.common.Problem;
import org.c25.protocol.Recruiter;
import org.jspecify.annotations.Nullable;

/**
 * The external ID by which a recruiter knows somebody. It stays in that person's browser and in the request that brings
 * it; nobody can read it from what {@link ExternalIds} keeps of it.
 *
 * @param text 1 … 200 printable characters, none of them a space
 */
public record ExternalId(String text) {

    private static final String UNFILLED =
            "is no ID but a placeholder or a word for none: send the ID by which the" + " recruiter knows the person";

    /** The characters that an ID may have. U+FFFD is excluded: it stands where something could not be decoded. */
    private static final String FIT = "[^\\p{C}\\p{Z}\uFFFD]{1,200}";

    private static final String AROUND = "^[\\p{C}\\p{Z}]+|[\\p{C}\\p{Z}]+$";

    /**
     * Makes an ID without the invisible characters around it.
     *
     * @throws Problem if it can't be an ID
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExternalId {
        text = text.replaceAll(AROUND, "");
        if (!text.matches(FIT)) {
            throw Problem.invalid("outsideId", "1 to 200 printable characters and no spaces");
        }
        if (PlaceholderId.is(text)) {
            throw Problem.invalid("outsideId", UNFILLED);
        }
    }

    /** Returns the ID that a link or a cookie brings; empty if it brings none, or a text that can't be one. */
    static Optional<ExternalId> in(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(ExternalId::new);
        } catch (Problem unfit) {
            return Optional.empty();
        }
    }

    /** Returns the ID that a recruiter's link brings; empty if it brings none, or a text that can't be one. */
    static Optional<ExternalId> in(HttpServletRequest request, Recruiter recruiter) {
        return in(request.getParameter(recruiter.idParameter()))
                .filter(id -> !PlaceholderId.isName(id.text, recruiter.idParameter()));
    }

    /** Whether a recruiter's link brings a placeholder instead of an ID. */
    static boolean isUnfilled(HttpServletRequest request, Recruiter recruiter) {
        String text = request.getParameter(recruiter.idParameter());
        return text != null
                && !text.isBlank()
                && (PlaceholderId.is(text) || PlaceholderId.isName(text, recruiter.idParameter()));
    }

    /**
     * Refuses this ID if it is only the name of a parameter.
     *
     * @throws Problem if it is the name of the parameter in which the recruiter sends the ID
     */
    public void refuseName(Recruiter recruiter) {
        if (PlaceholderId.isName(text, recruiter.idParameter())) {
            throw Problem.invalid("outsideId", UNFILLED);
        }
    }

    /** Returns a text without the ID: a record's own text would end up in a log. */
    @Override
    public String toString() {
        return "OutsideId[…]";
    }
}
