package org.c25.links;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the e-mails to a person, for that person's copy; their address is told with the link. */
@Component
class EmailRecords implements PersonalRecords {

    private final JdbcClient jdbc;

    EmailRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public Set<String> tables() {
        return Set.of("letter");
    }

    @Override
    public List<Map<String, Object>> of(Participant participant, InvitedPerson invited) {
        return PersonalRecords.rows(jdbc, """
                select kind as "kind", state as "state", attempts as "attempts", written_at as "writtenAt", sent_at as "sentAt",
                    last_error as "lastError" from letter where invitation_id = ? order by id""", invited.invitationId());
    }
}
