package org.c25.participation;

import org.c25.common.Problem;
import org.springframework.http.HttpStatus;

/**
 * The problem 409 that something was sent which belongs to an earlier participation, whose answers were erased. The
 * member {@code otherParticipation} tells it from other conflicts, so that the device knows it can delete what it sent.
 */
public class OtherParticipation extends Problem {

    OtherParticipation() {
        super(
                HttpStatus.CONFLICT,
                "participation: this was given in another participation, whose answers have been erased. It is not taken"
                        + " into the present one: delete it.");
        with("otherParticipation", true);
    }
}
