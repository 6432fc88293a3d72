package org.c25.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.enrolment.Undoing;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links of a set, and what became of each. */
@Service
@Transactional(readOnly = true)
class Links {

    private final JdbcClient jdbc;
    private final Sets sets;
    private final Clock clock;

    Links(JdbcClient jdbc, Sets sets, Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.clock = clock;
    }

    /** Newest first; of those who came by a recruiting link, the ones that have a place. */
    List<LinkView> of(Caller caller, long setId) {
        sets.require(caller, setId);
        Map<Long, LinkView.LetterView> letters = lastLetters(setId);
        return jdbc.sql("""
                        select i.id, i.email, i.created_at, i.opened_at, i.revoked_at, i.recruiting_link_id,
                            p.slot_number, p.stalled_at,
                            case when i.withdrawn then 'WITHDRAWN' else p.status end as status,
                            i.email is not null and i.sealed_secret is not null and i.revoked_at is null as reachable,
                            coalesce(p.answered, 0) > 0 as answered
                        from invitation i left join participant p on p.invitation_id = i.id
                        where i.set_id = ? and (i.recruiting_link_id is null or p.id is not null)
                        order by i.id desc""")
                .param(setId)
                .query((row, n) -> new LinkView(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        LinkStatus.of(
                                row.getObject("revoked_at") != null,
                                instant(row, "opened_at"),
                                row.getString("status"),
                                row.getBoolean("answered"),
                                row.getObject("stalled_at") != null),
                        (Integer) row.getObject("slot_number"),
                        row.getObject("recruiting_link_id") != null,
                        row.getBoolean("reachable"),
                        Undoing.isPossible(row.getObject("revoked_at", OffsetDateTime.class), clock),
                        letters.get(row.getLong("id"))))
                .list();
    }

    private Map<Long, LinkView.LetterView> lastLetters(long setId) {
        Map<Long, LinkView.LetterView> letters = new HashMap<>();
        jdbc.sql("""
                        select l.id, l.invitation_id, l.kind, l.state, l.attempts, l.last_error,
                            coalesce(l.sent_at, l.next_attempt_at) as at
                        from letter l join invitation i on i.id = l.invitation_id
                        where i.set_id = ? order by l.id""").param(setId).query(row -> {
            letters.put(
                    row.getLong("invitation_id"),
                    new LinkView.LetterView(
                            row.getLong("id"),
                            LetterKind.valueOf(row.getString("kind")),
                            LetterState.valueOf(row.getString("state")),
                            row.getInt("attempts"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("last_error")));
        });
        return letters;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
