package org.c25.letters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.enrolment.Invited;
import org.c25.enrolment.Participant;
import org.c25.enrolment.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters to a person, for that person; their address stands with the link. */
@Component
class LetterRecords implements PersonalRecords {

    private final JdbcClient jdbc;

    LetterRecords(JdbcClient jdbc) {
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
    public List<Map<String, Object>> of(Participant participant, Invited invited) {
        return PersonalRecords.rows(jdbc, """
                select kind as "kind", state as "state", attempts as "attempts", written_at as "writtenAt", sent_at as "sentAt",
                    last_error as "lastError" from letter where invitation_id = ? order by id""", invited.invitationId());
    }
}
