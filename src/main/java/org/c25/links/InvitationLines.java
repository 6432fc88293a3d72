package org.c25.links;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Participants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the invitations of a set with what became of each. */
@Component
@Transactional(readOnly = true)
public class InvitationLines {

    private final JdbcClient jdbc;

    InvitationLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; of those who came by a recruiting link, the ones that have a place. */
    public List<InvitationLine> of(long setId) {
        return jdbc.sql("""
                        select i.id, i.email, i.created_at, i.opened_at, i.revoked_at, i.recruiting_link_id, i.withdrawn,
                            i.email is not null and i.sealed_secret is not null and i.revoked_at is null as reachable,
                            p.slot_number, p.status, p.stalled_at, coalesce(p.answered, 0) > 0 as answered
                        from invitation i left join participant p on p.invitation_id = i.id
                        where i.set_id = ? and (i.recruiting_link_id is null or p.id is not null)
                        order by i.id desc""")
                .param(setId)
                .query((row, n) -> {
                    String status = row.getString("status");
                    return new InvitationLine(
                            row.getLong("id"),
                            row.getString("email"),
                            Participants.timeOf(row, "created_at"),
                            Participants.instant(row, "opened_at"),
                            Participants.instant(row, "revoked_at"),
                            row.getObject("recruiting_link_id") != null,
                            row.getBoolean("reachable"),
                            row.getBoolean("withdrawn"),
                            row.getObject("slot_number", Integer.class),
                            status == null ? null : ParticipantStatus.valueOf(status),
                            row.getBoolean("answered"),
                            row.getObject("stalled_at") != null);
                })
                .list();
    }

    /** An invitation whose link works. */
    public record Working(long id, @Nullable String email) {}

    /** Those of a set, by the hash of their secret. */
    public Map<String, Working> workingByHash(long setId) {
        Map<String, Working> working = new HashMap<>();
        jdbc.sql("select id, email, secret_hash from invitation where set_id = ? and revoked_at is null")
                .param(setId)
                .query(row -> {
                    working.put(row.getString("secret_hash"), new Working(row.getLong("id"), row.getString("email")));
                });
        return working;
    }

    /** By which invitation somebody came; empty if their answers were imported. */
    public Optional<Long> ofParticipant(long participantId) {
        return jdbc.sql("select invitation_id from participant where id = ? and invitation_id is not null")
                .param(participantId)
                .query(Long.class)
                .optional();
    }
}
