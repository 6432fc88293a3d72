package org.c25.notices;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notices that wait to be sent. One conditional UPDATE puts off a notice's next attempt, and the node that changes
 * the row makes the attempt. Each statement is a transaction of its own, so that none is open meanwhile.
 */
@Component
class NoticeQueue {

    private final JdbcClient jdbc;
    private final NoticeSettings settings;
    private final Clock clock;

    NoticeQueue(JdbcClient jdbc, NoticeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns the notices whose turn it is, at most so many; those that have waited longest come first.
     *
     * @param mail whether those to accounts are included
     */
    List<Due> due(int limit, boolean mail) {
        return jdbc.sql("""
                        select n.id, n.target_id, n.set_id, n.kind, n.attempts from notice n
                        join notice_target t on t.id = n.target_id
                        where n.state = 'WAITING' and n.next_attempt_at <= :now and (:mail or t.account_id is null)
                        order by n.next_attempt_at, n.id limit :limit""")
                .param("now", now())
                .param("mail", mail)
                .param("limit", limit)
                .query((row, n) -> {
                    long set = row.getLong("set_id");
                    return new Due(
                            row.getLong("id"),
                            row.getLong("target_id"),
                            set == 0 ? null : set,
                            NoticeKind.valueOf(row.getString("kind")),
                            row.getInt("attempts"));
                })
                .list();
    }

    /** Takes a notice for one attempt; returns false if another node has it, or it is not wanted any more. */
    boolean take(Due notice) {
        return jdbc.sql("""
                        update notice set attempts = attempts + 1, next_attempt_at = ?
                        where id = ? and state = 'WAITING' and attempts = ? and next_attempt_at <= ?""")
                        .params(now().plus(settings.lease()), notice.id(), notice.attempts(), now())
                        .update()
                == 1;
    }

    void sent(Due notice) {
        jdbc.sql("update notice set state = 'SENT', sent_at = ?, last_error = null where id = ?")
                .params(now(), notice.id())
                .update();
    }

    void cancel(Due notice) {
        jdbc.sql("update notice set state = 'CANCELLED' where id = ? and state = 'WAITING'")
                .param(notice.id())
                .update();
    }

    /**
     * Notes that a notice was refused. It is tried again later, unless this was the last attempt or another one is of no
     * use.
     */
    void refused(Due notice, String why, boolean forGood) {
        int attempts = notice.attempts() + 1;
        boolean over = forGood || attempts >= settings.attempts();
        jdbc.sql("""
                        update notice set state = ?, next_attempt_at = ?, last_error = ?
                        where id = ? and state = 'WAITING' and attempts = ?""")
                .params(
                        (over ? NoticeState.FAILED : NoticeState.WAITING).name(),
                        now().plus(settings.pauses().after(attempts)),
                        why,
                        notice.id(),
                        attempts)
                .update();
    }

    /**
     * Lets a notice that failed be tried again, as if it were new.
     *
     * @throws Problem 409 if it has not failed
     */
    void again(long noticeId) {
        int changed = jdbc.sql("""
                        update notice set state = 'WAITING', attempts = 0, next_attempt_at = ?, last_error = null
                        where id = ? and state = 'FAILED'""").params(now(), noticeId).update();
        if (changed == 0) {
            throw Problem.conflict("The notice is on its way, or has been sent already.");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * A notice whose turn it is.
     *
     * @param setId null for a test
     * @param attempts how many attempts there were
     */
    record Due(long id, long targetId, @Nullable Long setId, NoticeKind kind, int attempts) {}
}
