package org.c25.participation;

import java.util.List;
import org.c25.common.Problem;
import org.c25.invitations.ErasedInvitations;
import org.c25.invitations.InvitedPerson;
import org.c25.sets.SetDeleted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a participant with all their answers, in the transaction in which they withdraw; and everybody of a set that is
 * deleted.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Erasure {

    private static final String OF_SET = " where set_id = ?";

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

    private record Joined(long id, long invitationId, boolean answered) {}

    /**
     * Erases the slots of a set that is deleted, and the people who have joined it without an answer yet. It locks them
     * first: nobody joins or answers from then on.
     *
     * @throws Problem 409 if anybody has answered, or had answers erased
     */
    @EventListener
    @Order(SetDeleted.PARTICIPANTS)
    public void erase(SetDeleted deleted) {
        long set = deleted.set().id();
        jdbc.sql("select number from slot" + OF_SET + " order by number for update")
                .param(set)
                .query(Integer.class)
                .list();
        List<Joined> people = jdbc.sql("select id, invitation_id, status, annotations from participant" + OF_SET
                        + " order by id for update")
                .param(set)
                .query((row, n) -> new Joined(
                        row.getLong("id"),
                        row.getLong("invitation_id"),
                        row.getInt("annotations") > 0
                                || row.getString("status").equals(ParticipantStatus.IMPORTED.name())))
                .list();
        if (people.stream().anyMatch(Joined::answered) || count("withdrawal", set) > 0) {
            throw Problem.conflict("People have answered in this set, so it stays, with all that they have done."
                    + " You can close it, or archive the study.");
        }
        for (Joined person : people) {
            events.publishEvent(new ParticipantWithdrew(person.id(), person.invitationId()));
            trials.erase(person.id());
        }
        for (String table : List.of("slot_event", "slot", "participant")) {
            jdbc.sql("delete from " + table + OF_SET).param(set).update();
        }
    }

    private int count(String table, long set) {
        return jdbc.sql("select count(*) from " + table + OF_SET)
                .param(set)
                .query(Integer.class)
                .single();
    }
}
