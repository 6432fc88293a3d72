package org.c25.quality;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what staff decided on a person's flags, for that person's copy. */
@Component
class DecisionRecords implements PersonalRecords {

    private final JdbcClient jdbc;

    DecisionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "flagDecisions";
    }

    @Override
    public Set<String> tables() {
        return Set.of("flag_decision");
    }

    @Override
    public List<Map<String, Object>> of(Participant participant, InvitedPerson invited) {
        return PersonalRecords.rows(jdbc, """
                select rule as "rule", decision as "decision", note as "note", evidence as "evidence", decided_at as "decidedAt"
                from flag_decision where participant_id = ? order by id""", participant.id());
    }
}
