package org.c25.datapage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists, for a person, the frozen versions of the data that hold their answers. */
@Component
class SnapshotRecords implements PersonalRecords {

    private final JdbcClient jdbc;

    SnapshotRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "frozenVersions";
    }

    @Override
    public Set<String> tables() {
        return Set.of("snapshot_person");
    }

    @Override
    public List<Map<String, Object>> of(Participant participant, InvitedPerson invited) {
        return PersonalRecords.rows(jdbc, """
                select p.version as "version", s.taken_at as "frozenAt", s.removed_at as "removedAt"
                from snapshot_person p join snapshot s on s.set_id = p.set_id and s.version = p.version
                where p.participant_id = ? order by p.version""", participant.id());
    }
}
