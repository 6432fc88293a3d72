package org.c25.participation;

import java.util.List;
import org.c25.common.Problem;
import org.c25.sets.SetDeleted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the slots of a set that is deleted, and the people who have joined it without an answer yet. It refuses as soon
 * as anybody has answered, or had answers erased. It locks the slots and the people first: nobody joins or answers from
 * then on.
 */
@Component
class PeopleOfDeletedSets {

    private static final String OF_SET = " where set_id = ?";

    private final JdbcClient jdbc;
    private final Trials trials;
    private final ApplicationEventPublisher events;

    PeopleOfDeletedSets(JdbcClient jdbc, Trials trials, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.trials = trials;
        this.events = events;
    }

    private record Joined(long id, long invitationId, boolean answered) {}

    @EventListener
    @Order(SetDeleted.PARTICIPANTS)
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(SetDeleted deleted) {
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
