package org.c25.participation;

import java.time.Clock;
import java.time.ZoneOffset;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets participants leave. A participant who leaves frees their slot at once, and decides what happens to their
 * answers. If they choose erasure, the answers and the participant's row are deleted: only the slot's number, the time,
 * and the reason if one was given, stay.
 */
@Service
@Transactional
public class Withdrawals {

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Participants participants;
    private final Slots slots;
    private final SlotHistory history;
    private final Erasure erasure;
    private final Audit audit;
    private final Clock clock;

    Withdrawals(
            JdbcClient jdbc,
            Invitations invitations,
            Participants participants,
            Slots slots,
            SlotHistory history,
            Erasure erasure,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.participants = participants;
        this.slots = slots;
        this.history = history;
        this.erasure = erasure;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes somebody out of the study. It changes nothing for people who have no slot, or have left in the same way
     * before; people who let their answers be kept can still have them erased.
     *
     * @throws Problem 409 if answers are to be kept of somebody who has finished: they are part of the study already
     */
    public void withdraw(InvitedPerson invited, Withdrawal withdrawal) {
        invitations.queue(invited);
        participants.findLocked(invited).ifPresent(participant -> withdraw(participant, invited, withdrawal));
    }

    private void withdraw(Participant participant, InvitedPerson invited, Withdrawal withdrawal) {
        boolean erase = withdrawal.answers() == Withdrawal.Answers.ERASE;
        if (participant.completionCode() != null && !erase) {
            throw Problem.conflict("You have finished: your answers are kept, and there is nothing left to leave.");
        }
        boolean leaving = participant.status() != ParticipantStatus.WITHDRAWN;
        if (leaving) {
            leave(participant, withdrawal);
        }
        if (erase) {
            erasure.erase(participant, invited, withdrawal);
        }
        if (leaving || erase) {
            audit.record(
                    "a participant",
                    leaving ? "withdrew" : "had answers erased",
                    "set " + participant.setId(),
                    "slot " + participant.slot() + ", answers " + (erase ? "erased" : "kept"));
        }
    }

    private void leave(Participant participant, Withdrawal withdrawal) {
        jdbc.sql("""
                        insert into withdrawal (set_id, slot_number, withdrawn_at, reason, remark, participant_id)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        participant.setId(),
                        participant.slot(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        withdrawal.reason() == null ? null : withdrawal.reason().name(),
                        withdrawal.remark(),
                        participant.id())
                .update();
        jdbc.sql("update participant set status = ? where id = ?")
                .params(ParticipantStatus.WITHDRAWN.name(), participant.id())
                .update();
        if (participant.hasSlot()) {
            slots.release(participant.id());
            history.record(participant.setId(), participant.slot(), participant.id(), SlotChange.WITHDRAWN);
        }
    }
}
