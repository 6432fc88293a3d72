package org.c25.annotation;

import org.c25.common.Problem;
import org.springframework.http.HttpStatus;

/**
 * The 409 for a trial that has as many answers as it can have. Programs tell it from other conflicts by the member
 * {@code mostRevisions}.
 */
class TooManyRevisions extends Problem {

    TooManyRevisions(int position) {
        super(
                HttpStatus.CONFLICT,
                "position: trial " + position + " has been answered " + Annotations.MOST_REVISIONS
                        + " times, which is as often as it can be; the latest answer counts.");
        with("mostRevisions", Annotations.MOST_REVISIONS);
    }
}
