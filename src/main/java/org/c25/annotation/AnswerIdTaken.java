package org.c25.annotation;

import org.c25.common.Problem;
import org.springframework.http.HttpStatus;

/** 409: another answer has this id already. */
class AnswerIdTaken extends Problem {

    AnswerIdTaken() {
        super(HttpStatus.CONFLICT, "id: another answer has this id already; make a new id for each answer.");
    }
}
