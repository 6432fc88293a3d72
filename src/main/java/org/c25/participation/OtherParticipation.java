package org.c25.participation;

import org.c25.common.Problem;
import org.springframework.http.HttpStatus;

/**
 * 409: what was sent belongs to another participation than the present one: the answers of that one were erased. The
 * member {@code otherParticipation} tells it from other conflicts: what was sent can be let go.
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
