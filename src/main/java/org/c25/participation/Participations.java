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
                .map(participant -> new Participation(participant.participation(), isOnly(invited)));
    }

    /**
     * Whether there was surely no earlier participation by this invitation. Only people who came by a recruiting link
     * can begin anew at the same address. Nothing leads from an erased participation to its person; but if nobody who
     * came by this set's links before had theirs erased, there was none.
     */
    private boolean isOnly(InvitedPerson invited) {
        return !invited.recruited() || !erased.anyBefore(invited);
    }
}
