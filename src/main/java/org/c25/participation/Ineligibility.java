package org.c25.participation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.c25.common.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The reasons why somebody can't have a slot, in the order in which they are checked. */
public enum Ineligibility {
    LINK_UNTOLD(
            HttpStatus.FORBIDDEN,
            "This token is from before tokens told by which link they came. Open the recruiting link once more, and send the"
                    + " token that it gives."),
    LINK_OFF(HttpStatus.GONE, "The recruiting link is revoked: nobody else can join by it."),
    NO_ID(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This invitation came by the recruiting link: send the outsideId with which the link was opened."),
    UNSIGNED(
            HttpStatus.FORBIDDEN,
            "outsideId: is not signed by the recruiter, and the study takes signed IDs alone. Open the recruiter's link"
                    + " with its signature first."),
    BAD_SIGNATURE(HttpStatus.FORBIDDEN, "The recruiter's signature is wrong or has expired."),
    KEYS_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "The recruiter's keys can't be had at present. Try again."),
    USED(HttpStatus.CONFLICT, "Another person takes part with this link. Ask for a link of your own."),
    ENDED(HttpStatus.CONFLICT, "The study has ended. What you have answered is kept."),
    PAUSED(HttpStatus.CONFLICT, "The study is paused. What you have answered is kept; come back later."),
    NOT_OPEN(HttpStatus.CONFLICT, "The set is closed: nobody can join at present."),
    CLOSED(HttpStatus.CONFLICT, "The set is closed: nobody can join at present."),
    TWICE(HttpStatus.CONFLICT, "This ID has a place in the set already, by another invitation. Go on with that one."),
    ELSEWHERE(HttpStatus.CONFLICT, "You are taking part already: a person has a place in one set of the study alone."),
    FULL(HttpStatus.CONFLICT, "The set is full: every place is taken.");

    private final HttpStatus status;
    private final String words;

    Ineligibility(HttpStatus status, String words) {
        this.status = status;
        this.words = words;
    }

    /**
     * Returns the name of the page that tells participants. {@code LINK_UNTOLD} has the page of {@code UNSIGNED}: both
     * ask the person to come from the recruiter's site again.
     */
    public String page() {
        return (this == LINK_UNTOLD ? UNSIGNED : this)
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /** Returns the status of that page, for people who come by the recruiting link. */
    public HttpStatus status() {
        return status;
    }

    /** Tells the client when to come again, in {@code Retry-After}, if the reason is one that will soon be gone. */
    public void sayWhen(HttpServletResponse response) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
    }

    /** Returns the problem for programs: 403 if a signature is missing, else 409. */
    public Problem problem() {
        return this == UNSIGNED ? Problem.forbidden(words) : Problem.conflict(words);
    }
}
