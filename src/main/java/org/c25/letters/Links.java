package org.c25.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.sets.Sets;
import org.c25.studies.DropOuts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links of a set, and what became of each. */
@Service
@Transactional(readOnly = true)
class Links {

    /** The last answer of a participant {@code p} who is at work: their sign of life, until there is a better one. */
    private static final String LAST_SIGN =
            "case when p.status = 'AT_WORK' then (select max(a.recorded_at) from annotation a where a.participant_id = p.id) end";

    private final JdbcClient jdbc;
    private final Sets sets;
    private final Clock clock;

    Links(JdbcClient jdbc, Sets sets, Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.clock = clock;
    }

    /** Newest first. */
    List<LinkView> of(Caller caller, long setId) {
        sets.require(caller, setId);
        DropOuts dropOuts = sets.studyOfInvited(setId).protocol().dropOuts();
        Optional<Duration> stalledAfter = dropOuts.stalledAfter();
        Instant now = clock.instant();
        Map<Long, LinkView.LetterView> letters = lastLetters(setId);
        return jdbc.sql("""
                        select i.id, i.email, i.created_at, i.opened_at, i.revoked_at, p.slot_number, p.consented_at,
                            case when i.withdrawn then 'WITHDRAWN' else p.status end as status,
                            i.email is not null and i.sealed_secret is not null as reachable, %s as last_sign
                        from invitation i left join participant p on p.invitation_id = i.id
                        where i.set_id = ? order by i.id desc""".formatted(LAST_SIGN))
                .param(setId)
                .query((row, n) -> new LinkView(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        LinkStatus.of(
                                row.getObject("revoked_at") != null,
                                instant(row, "opened_at"),
                                row.getString("status"),
                                instant(row, "consented_at"),
                                instant(row, "last_sign"),
                                stalledAfter,
                                now),
                        (Integer) row.getObject("slot_number"),
                        row.getBoolean("reachable"),
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
