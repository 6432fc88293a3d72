package org.c25.studies;

import java.net.URI;
import java.net.URISyntaxException;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the participants, and wants to hear that they are done: Prolific, MTurk, SONA and the like.
 *
 * @param idParameter the parameter of the link that carries the recruiter's own ID of the person, such as {@code
 *     PROLIFIC_PID}; empty for none
 * @param completionUrl where the person goes at the end, an http or https address of at most 500 characters; {@code
 *     {code}} in it stands for the completion code; empty for none
 */
public record Recruiter(
        @Nullable String idParameter, @Nullable String completionUrl) {

    public static final Recruiter NONE = new Recruiter("", "");

    private static final String CODE = "{code}";

    /** @throws Problem naming the field that is unfit */
    public Recruiter {
        idParameter = idParameter == null ? "" : idParameter.strip();
        completionUrl = completionUrl == null ? "" : completionUrl.strip();
        if (!idParameter.matches("|[A-Za-z][A-Za-z0-9_-]{0,39}") || idParameter.equals("language")) {
            throw Problem.invalid(
                    "recruiter.idParameter", "has at most 40 letters, digits, - and _, such as PROLIFIC_PID");
        }
        if (!completionUrl.isEmpty() && !isAddress(completionUrl)) {
            throw Problem.invalid(
                    "recruiter.completionUrl",
                    "is an address of at most 500 characters, such as https://app.example.org/done?cc={code}");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text.replace(CODE, "CODE"));
            String scheme = String.valueOf(address.getScheme());
            return text.length() <= 500 && scheme.matches("(?i)https?") && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
