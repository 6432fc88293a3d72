package org.c25.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.c25.studies.Recruiter;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The ID by which a recruiter knows somebody. It stays in that person's browser and in the request that brings it; what
 * {@link OutsideIds} keeps of it does not tell it.
 *
 * @param text 1 … 200 printable characters, none of them a space
 */
record OutsideId(String text) {

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
    OutsideId {
        text = text.replaceAll(AROUND, "");
        if (!text.matches(FIT)) {
            throw Problem.invalid("outsideId", "has 1 to 200 printable characters and no spaces");
        }
        if (UnfilledId.is(text)) {
            throw Problem.invalid("outsideId", UNFILLED);
        }
    }

    /** What a link or a cookie brings: whatever can't be an ID is none. */
    static Optional<OutsideId> in(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(OutsideId::new);
        } catch (Problem unfit) {
            return Optional.empty();
        }
    }

    /** What a recruiter's link brings. */
    static Optional<OutsideId> in(HttpServletRequest request, Recruiter recruiter) {
        return in(request.getParameter(recruiter.idParameter()))
                .filter(id -> !UnfilledId.isName(id.text, recruiter.idParameter()));
    }

    /** Whether a recruiter's link brings what nobody filled in. */
    static boolean isUnfilled(HttpServletRequest request, Recruiter recruiter) {
        String text = request.getParameter(recruiter.idParameter());
        return text != null
                && !text.isBlank()
                && (UnfilledId.is(text) || UnfilledId.isName(text, recruiter.idParameter()));
    }

    /** @throws Problem if it is the name of the parameter in which the recruiter sends the ID */
    void refuseName(Recruiter recruiter) {
        if (UnfilledId.isName(text, recruiter.idParameter())) {
            throw Problem.invalid("outsideId", UNFILLED);
        }
    }

    /** Never the ID: a record's own text would end up in a log. */
    @Override
    public String toString() {
        return "OutsideId[…]";
    }
}
