package org.c25.participation;

import org.c25.invitations.ErasedInvitations;
import org.c25.invitations.InvitedPerson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases a participant with all their answers, in the transaction in which they withdraw. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Erasure {

    private final JdbcClient jdbc;
    private final ErasedInvitations erased;
    private final Trials trials;
    private final ApplicationEventPublisher events;

    Erasure(JdbcClient jdbc, ErasedInvitations erased, Trials trials, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.erased = erased;
        this.trials = trials;
        this.events = events;
    }

    /**
     * Erases the participant, at once or a while after they left. If they gave a reason when they left, it stays unless
     * they give a new one.
     */
    void erase(Participant participant, InvitedPerson invited, Withdrawal withdrawal) {
        events.publishEvent(new ParticipantWithdrew(participant.id(), invited.invitationId()));
        trials.erase(participant.id());
        jdbc.sql("""
                        update withdrawal set participant_id = null,
                            reason = coalesce(?, reason), remark = coalesce(?, remark)
                        where participant_id = ?""")
                .params(
                        withdrawal.reason() == null ? null : withdrawal.reason().name(),
                        withdrawal.remark(),
                        participant.id())
                .update();
        jdbc.sql("delete from participant where id = ?").param(participant.id()).update();
        erased.erase(invited);
    }
}
