package org.c25.participation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.c25.common.Problem;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.sets.Sets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody whose slot was released come back: into any slot that is free, as the same participant with all their
 * trials and answers, so that a column of a file is always one whole person.
 */
@Service
@Transactional
public class Returns {

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Participants participants;
    private final Slots slots;
    private final SlotHistory history;
    private final Sets sets;
    private final Clock clock;

    Returns(
            JdbcClient jdbc,
            Invitations invitations,
            Participants participants,
            Slots slots,
            SlotHistory history,
            Sets sets,
            Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.participants = participants;
        this.slots = slots;
        this.history = history;
        this.sets = sets;
        this.clock = clock;
    }

    /** The room there is for somebody to come back. */
    public enum Room {
        FREE,
        FULL,
        CLOSED
    }

    /**
     * The chances of somebody whose slot was released.
     *
     * @param byStaff whether the staff released the slot, and not the study's own rules
     */
    public record Prospect(Room room, boolean byStaff) {}

    /** Returns the chances that somebody has to come back after their slot was released. */
    @Transactional(readOnly = true)
    public Prospect prospect(InvitedPerson invited, Participant participant) {
        Room room = !sets.ofInvited(participant.setId()).isOpen()
                ? Room.CLOSED
                : slots.isFreeAgain(participant.setId(), participant.id(), invited.invitationId())
                        ? Room.FREE
                        : Room.FULL;
        return new Prospect(room, history.wasReleasedByStaff(participant.id()));
    }

    /**
     * Takes a slot for somebody whose own was released. People who have a slot keep it.
     *
     * @throws Problem 409 if the set is full, closed or paused, or if the person has no trials to go on with: they have
     *     not consented yet, have withdrawn, or had finished when they were replaced
     */
    public Participant comeBack(InvitedPerson invited) {
        invitations.queue(invited);
        Participant participant = participants.lock(invited);
        if (participant.status() == ParticipantStatus.REPLACED) {
            throw Problem.conflict("You have finished: nothing is left to do, and your completion code stays valid.");
        }
        if (participant.status() != ParticipantStatus.RELEASED) {
            return participant;
        }
        sets.suspensionOf(participant.setId()).ifPresent(suspension -> {
            throw suspension.problem();
        });
        if (!sets.ofInvited(participant.setId()).isOpen()) {
            throw Problem.conflict("The set is closed: nobody can join or come back at present.");
        }
        OptionalInt slot = slots.takeAny(participant.setId(), participant.id(), invited.invitationId());
        if (slot.isEmpty()) {
            throw Problem.conflict("The set is full: every place is taken. Your answers are kept.");
        }
        slots.takeImagesBack(participant.setId(), participant.id());
        jdbc.sql("""
                        update participant set status = 'AT_WORK', slot_number = ?, seen_at = ?, stalled_at = null
                        where id = ?""")
                .params(slot.getAsInt(), clock.instant().atOffset(ZoneOffset.UTC), participant.id())
                .update();
        history.record(participant.setId(), slot.getAsInt(), participant.id(), SlotChange.RETURNED);
        return participants.require(invited);
    }
}
