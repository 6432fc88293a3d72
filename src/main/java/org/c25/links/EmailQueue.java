package org.c25.links;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.c25.mail.MailSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The e-mails that wait to be sent. One conditional UPDATE puts off an e-mail's next attempt, and the node that changes
 * the row makes the attempt. Each statement is a transaction of its own, so that none is open while a mail server takes
 * its time.
 */
@Component
class EmailQueue {

    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final Clock clock;

    EmailQueue(JdbcClient jdbc, MailSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the e-mails whose turn it is, at most so many; those that have waited longest come first. */
    List<Due> due(int limit) {
        return jdbc.sql("""
                        select id, invitation_id, kind, attempts from letter
                        where state = 'WAITING' and next_attempt_at <= ? order by next_attempt_at, id limit ?""")
                .params(now(), limit)
                .query((row, n) -> new Due(
                        row.getLong("id"),
                        row.getLong("invitation_id"),
                        EmailKind.valueOf(row.getString("kind")),
                        row.getInt("attempts")))
                .list();
    }

    /** Takes an e-mail for one attempt; returns false if another node has it, or it is not wanted any more. */
    boolean take(Due letter) {
        return jdbc.sql("""
                        update letter set attempts = attempts + 1, next_attempt_at = ?
                        where id = ? and state = 'WAITING' and attempts = ? and next_attempt_at <= ?""")
                        .params(now().plus(settings.lease()), letter.id(), letter.attempts(), now())
                        .update()
                == 1;
    }

    void sent(Due letter) {
        jdbc.sql("update letter set state = 'SENT', sent_at = ?, last_error = null where id = ?")
                .params(now(), letter.id())
                .update();
    }

    void cancel(Due letter) {
        jdbc.sql("update letter set state = 'CANCELLED' where id = ? and state = 'WAITING'")
                .param(letter.id())
                .update();
    }

    /**
     * Notes that an e-mail was refused. It is tried again later, unless this was the last attempt or another one is of
     * no use.
     */
    void refused(Due letter, String why, boolean forGood) {
        int attempts = letter.attempts() + 1;
        boolean over = forGood || attempts >= settings.attempts();
        Duration pause = settings.pauseAfter(attempts);
        jdbc.sql("""
                        update letter set state = ?, next_attempt_at = ?, last_error = ?
                        where id = ? and state = 'WAITING' and attempts = ?""")
                .params(
                        (over ? EmailState.FAILED : EmailState.WAITING).name(),
                        now().plus(pause),
                        why,
                        letter.id(),
                        attempts)
                .update();
    }

    int count(EmailState state) {
        return jdbc.sql("select count(*) from letter where state = ?")
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * An e-mail whose turn it is.
     *
     * @param attempts how many attempts there were
     */
    record Due(long id, long invitationId, EmailKind kind, int attempts) {}
}
