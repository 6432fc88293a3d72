package org.c25.notices;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of what about a person staff were told, for that person's copy. */
@Component
class NoticeRecords implements PersonalRecords {

    private final JdbcClient jdbc;

    NoticeRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "noticesToStaff";
    }

    @Override
    public Set<String> tables() {
        return Set.of("notice_event");
    }

    @Override
    public List<Map<String, Object>> of(Participant participant, InvitedPerson invited) {
        return PersonalRecords.rows(jdbc, """
                select kind as "kind", rule as "rule", happened_at as "at" from notice_event
                where participant_id = ? order by id""", participant.id());
    }
}
