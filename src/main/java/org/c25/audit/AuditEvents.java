package org.c25.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads audit events, the newest first. */
@Component
@Transactional(readOnly = true)
public class AuditEvents {

    private static final String SELECT = "select id, at, actor, action, subject, details from audit_event where ";

    private static final String WITH_WORDS =
            "lower(concat(actor, ' ', action, ' ', subject, ' ', details)) like :words escape '!'";

    private final JdbcClient jdbc;

    AuditEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns events of any subject.
     *
     * @param words what all events have to have in them, in upper or lower case; empty for any
     * @param before the id that all events have to be older than; null to begin with the newest
     * @param count the most events to return
     */
    public List<AuditEvent> all(String words, @Nullable Long before, int count) {
        return jdbc.sql(SELECT + WITH_WORDS + " and id < :before order by id desc limit :count")
                .param("words", pattern(words))
                .param("before", before == null ? Long.valueOf(Long.MAX_VALUE) : before)
                .param("count", count)
                .query(AuditEvents::map)
                .list();
    }

    /** Returns events as {@link #all} does, but only of what was done to these subjects. */
    public List<AuditEvent> of(Collection<String> subjects, String words, @Nullable Long before, int count) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + WITH_WORDS
                        + " and subject in (:subjects) and id < :before order by id desc limit :count")
                .param("words", pattern(words))
                .param("subjects", subjects)
                .param("before", before == null ? Long.valueOf(Long.MAX_VALUE) : before)
                .param("count", count)
                .query(AuditEvents::map)
                .list();
    }

    /** Returns the last events in which one of these actions was done to this subject. */
    public List<AuditEvent> last(String subject, Collection<String> actions, int count) {
        return jdbc.sql(SELECT + "subject = :subject and action in (:actions) order by id desc limit :count")
                .param("subject", subject)
                .param("actions", actions)
                .param("count", count)
                .query(AuditEvents::map)
                .list();
    }

    private static String pattern(String words) {
        return "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    private static AuditEvent map(ResultSet row, int n) throws SQLException {
        return new AuditEvent(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("details"));
    }
}
