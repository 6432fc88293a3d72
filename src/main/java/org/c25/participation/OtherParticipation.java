package org.c25.participation;

import org.c25.common.Problem;
import org.springframework.http.HttpStatus;

/**
 * The problem 409 that something was sent which belongs to an earlier participation, whose answers were erased. The
 * member {@code otherParticipation} tells it from other conflicts, so that the device knows it can delete what it sent.
 */
public class OtherParticipation extends Problem {

    static OtherParticipation erased() {
        return new OtherParticipation(
                "participation: this was given in another participation, whose answers have been erased. It is not taken"
                        + " into the present one: delete it.",
                "otherParticipation");
    }

    /**
     * Returns the problem that something was sent which belongs to a participation of which nothing is known, and none
     * of this person's was erased: the database was put back to a state from before it began. The member
     * {@code unknownParticipation} says so, and the device keeps what it has.
     */
    static OtherParticipation unknown() {
        return new OtherParticipation(
                "participation: this server knows nothing of it. Its database may have been put back to an earlier state;"
                        + " keep what you have, and ask the person who invited you.",
                "unknownParticipation");
    }

    private OtherParticipation(String detail, String member) {
        super(HttpStatus.CONFLICT, detail);
        with(member, true);
    }
}
