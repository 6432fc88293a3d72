package org.c25.invitations;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the wrong return codes that were tried for an invitation of late. Five lock it for a quarter of an hour, by
 * the database's clock.
 */
@Component
public class CodeAttempts {

    private static final int MOST = 5;

    private final JdbcClient jdbc;

    CodeAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts an attempt. It must be called before the code is compared, so that of many attempts at once only five are
     * compared.
     *
     * @return false if there were too many
     */
    public boolean count(InvitedPerson invited) {
        return jdbc.sql("""
                        update invitation set
                            code_attempts = case when code_attempts_until > current_timestamp
                                then code_attempts + 1 else 1 end,
                            code_attempts_until = current_timestamp + interval '15' minute
                        where id = ? and (code_attempts < ? or code_attempts_until is null
                            or code_attempts_until <= current_timestamp)""").params(invited.invitationId(), MOST).update() == 1;
    }

    /** Returns how long the invitation stays locked, plus a second. */
    public Duration left(InvitedPerson invited) {
        return jdbc.sql("select code_attempts_until, current_timestamp as present from invitation where id = ?")
                .param(invited.invitationId())
                .query((row, n) -> {
                    OffsetDateTime present = row.getObject("present", OffsetDateTime.class);
                    OffsetDateTime until = row.getObject("code_attempts_until", OffsetDateTime.class);
                    return until == null || until.isBefore(present) ? Duration.ZERO : Duration.between(present, until);
                })
                .single()
                .plusSeconds(1);
    }

    /** Forgets the wrong attempts, once the right code was given. */
    public void forget(InvitedPerson invited) {
        jdbc.sql("update invitation set code_attempts = 0, code_attempts_until = null where id = ?")
                .param(invited.invitationId())
                .update();
    }
}
