package org.c25.annotation;

import java.util.List;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.Participants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the work of participants. */
@Service
@Transactional
public class Completions {

    private final Participants participants;
    private final AnsweredTrials answered;

    Completions(Participants participants, AnsweredTrials answered) {
        this.participants = participants;
        this.answered = answered;
    }

    /**
     * Ends the work of a participant, once every trial has an answer.
     *
     * @param counted how many trials the client knows to be answered; null from a page that keeps no count
     * @return the completion code
     * @throws Problem 409 with the positions that lack an answer, if the client counts otherwise, or if the person's
     *     slot was released
     */
    public String complete(InvitedPerson invited, @Nullable Integer counted) {
        Participant participant = participants.lock(invited);
        List<Integer> missing = answered.missing(participant);
        if (!missing.isEmpty()) {
            throw Problem.conflict(missing.size() + " of " + participant.trials() + " trials have no answer yet.")
                    .with("missing", missing);
        }
        if (counted != null && counted != participant.trials()) {
            throw Problem.conflict("answered: you count " + counted + " answers, and the server has "
                            + participant.trials() + "; send what is left and ask again.")
                    .with("missing", missing);
        }
        return participants.complete(participant);
    }
}
