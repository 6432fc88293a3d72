package org.c25.links;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.invitations.UndoWindow;
import org.c25.sets.Sets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links of a set, and what became of each. */
@Service
@Transactional(readOnly = true)
class Links {

    private final JdbcClient jdbc;
    private final InvitationLines lines;
    private final Sets sets;
    private final Clock clock;

    Links(JdbcClient jdbc, InvitationLines lines, Sets sets, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.sets = sets;
        this.clock = clock;
    }

    /** Newest first; of those who came by a recruiting link, the ones that have a place. */
    List<LinkView> of(Caller caller, long setId) {
        sets.require(caller, setId);
        List<InvitationLine> all = lines.of(setId);
        Map<Long, LinkView.LetterView> letters = lastLetters(all);
        return all.stream()
                .map(line -> new LinkView(
                        line.id(),
                        line.email(),
                        line.createdAt(),
                        LinkStatus.of(line),
                        line.slot(),
                        line.recruited(),
                        line.reachable(),
                        UndoWindow.isPossible(line.revokedAt(), clock),
                        letters.get(line.id())))
                .toList();
    }

    private Map<Long, LinkView.LetterView> lastLetters(List<InvitationLine> lines) {
        LongSummaryStatistics ids = lines.stream().mapToLong(InvitationLine::id).summaryStatistics();
        Map<Long, LinkView.LetterView> letters = new HashMap<>();
        jdbc.sql("""
                        select l.id, l.invitation_id, l.kind, l.state, l.attempts, l.last_error,
                            coalesce(l.sent_at, l.next_attempt_at) as at
                        from letter l where l.invitation_id between ? and ? order by l.id""").params(ids.getMin(), ids.getMax()).query(row -> {
            letters.put(
                    row.getLong("invitation_id"),
                    new LinkView.LetterView(
                            row.getLong("id"),
                            EmailKind.valueOf(row.getString("kind")),
                            EmailState.valueOf(row.getString("state")),
                            row.getInt("attempts"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("last_error")));
        });
        return letters;
    }
}
