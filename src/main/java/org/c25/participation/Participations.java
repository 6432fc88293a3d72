package org.c25.participation;

import java.util.Optional;
import org.c25.invitations.ErasedInvitations;
import org.c25.invitations.InvitedPerson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the participation that a page belongs to, for the device that shows it. */
@Component
public class Participations {

    private final Participants participants;
    private final ErasedInvitations erased;

    Participations(Participants participants, ErasedInvitations erased) {
        this.participants = participants;
        this.erased = erased;
    }

    /** Returns the person's participation; empty if they take no part, or had everything erased. */
    @Transactional(readOnly = true)
    public Optional<Participation> of(InvitedPerson invited) {
        return participants
                .find(invited)
                .map(participant -> new Participation(participant.participation(), erased.noneBefore(invited)));
    }

    /** Whether the person takes no part, and surely never did before, as far as the database knows. */
    @Transactional(readOnly = true)
    public boolean none(InvitedPerson invited) {
        return participants.find(invited).isEmpty() && !erased.isErased(invited) && erased.noneBefore(invited);
    }
}
