package org.c25.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the audit trail says of a person, for that person: of their link, and of their slot while it was theirs.
 * Events don't name people, so the query finds them by the link or the slot that they are about: those of a slot
 * happened after the person took it and before the next one did. The person's own leaving is found by its time, since
 * the slot may have been somebody else's by then.
 */
@Component
class AuditRecords implements PersonalRecords {

    /**
     * The query. It does not tell which of the staff acted. Events name a slot as {@code slot 3}, with or without more
     * text behind it, or as {@code participant3, LONG_RUN}.
     */
    private static final String QUERY = """
            select e.at as "at", e.action as "what", e.details as "details",
                case when e.actor = 'system' then 'the server' when e.actor = 'a participant' then 'you' else 'staff' end as "who"
            from audit_event e
            where e.subject = concat('set ', :set) and (
                e.details = concat('invitation ', :invitation)
                or e.actor = 'a participant' and exists (
                    select 1 from withdrawal w
                    where w.participant_id = :participant and e.details like concat('slot ', w.slot_number, ', %')
                        and w.withdrawn_at between e.at - interval '1' minute and e.at)
                or e.actor <> 'a participant' and exists (
                    select 1 from slot_event t
                    where t.participant_id = :participant and t.what in ('TAKEN', 'RETURNED', 'IMPORTED', 'PUT_BACK') and t.at <= e.at
                        and (e.details = concat('slot ', t.slot_number)
                            or e.details like concat('slot ', t.slot_number, ': %')
                            or e.details like concat('slot ', t.slot_number, ', %')
                            or e.details like concat('participant', t.slot_number, ', %'))
                        and not exists (
                            select 1 from slot_event n
                            where n.set_id = t.set_id and n.slot_number = t.slot_number and n.id > t.id and n.at <= e.at
                                and n.what in ('TAKEN', 'RETURNED', 'IMPORTED', 'PUT_BACK'))))
            order by e.id""";

    private final JdbcClient jdbc;

    AuditRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "auditTrail";
    }

    @Override
    public Set<String> tables() {
        return Set.of("audit_event");
    }

    @Override
    public List<Map<String, Object>> of(Participant participant, InvitedPerson invited) {
        return jdbc
                .sql(QUERY)
                .param("set", String.valueOf(participant.setId()))
                .param("invitation", String.valueOf(invited.invitationId()))
                .param("participant", participant.id())
                .query()
                .listOfRows()
                .stream()
                .map(PersonalRecords::plain)
                .toList();
    }
}
