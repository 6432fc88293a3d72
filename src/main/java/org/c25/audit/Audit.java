package org.c25.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes audit events: who did what to what, and when. It writes in the same transaction as the deed, so that neither
 * is stored without the other.
 */
@Component
public class Audit {

    private static final int DETAILS_MAX = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes one event.
     *
     * @param actor an account's name, or {@code participant 12}, or {@code system}
     * @param action what was done, such as {@code set opened}
     * @param subject what it was done to, such as {@code set 3}
     * @param details what else matters; never a secret
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String actor, String action, String subject, String details) {
        jdbc.sql("insert into audit_event (at, actor, action, subject, details) values (?, ?, ?, ?, ?)")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor,
                        action,
                        subject,
                        details.length() > DETAILS_MAX ? details.substring(0, DETAILS_MAX) : details)
                .update();
    }
}
