package org.c25.annotation;

import org.c25.common.Problem;
import org.springframework.http.HttpStatus;

/** The 409 for an answer whose id another answer has already. */
class AnswerIdTaken extends Problem {

    AnswerIdTaken() {
        super(HttpStatus.CONFLICT, "id: another answer has this id already; make a new id for each answer.");
    }
}
