package org.c25.sets;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.studies.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit events for those who may see them: an admin all, an experimenter those of their own studies and sets. */
@Service
@Transactional(readOnly = true)
class AuditTrail {

    static final int PAGE = 100;

    private static final String OF_STUDIES = """
            (subject in (select concat('study ', y.id) from study y where #)
                or subject in (select concat('set ', s.id) from image_set s join study y on y.id = s.study_id
                    where #))""";

    private final JdbcClient jdbc;
    private final Studies studies;

    AuditTrail(JdbcClient jdbc, Studies studies) {
        this.jdbc = jdbc;
        this.studies = studies;
    }

    /**
     * The newest events first.
     *
     * @param study only what was done to this study and its sets; null for all that the caller may see
     * @param before only events before this one; null from the newest on
     * @throws org.c25.web.Problem 404 if there is no such study that the caller may see
     */
    Page page(Caller caller, @Nullable Long study, @Nullable Long before) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        if (study != null) {
            of("y.id = ?", studies.require(caller, study).id(), conditions, values);
        } else if (!caller.isAdmin()) {
            of("y.owner_id = ?", caller.accountId(), conditions, values);
        }
        if (before != null) {
            conditions.add("id < ?");
            values.add(before);
        }
        List<Event> found = jdbc.sql("select id, at, actor, action, subject, details from audit_event where "
                        + String.join(" and ", conditions) + " order by id desc limit " + (PAGE + 1))
                .params(values)
                .query((row, n) -> new Event(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("details")))
                .list();
        return new Page(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    private static void of(String which, Object value, List<String> conditions, List<Object> values) {
        conditions.add(OF_STUDIES.replace("#", which));
        values.addAll(List.of(value, value));
    }

    /** @param more whether there are earlier ones */
    record Page(List<Event> events, boolean more) {

        /** The last on this page; the next one begins before it. */
        public long last() {
            return events.get(events.size() - 1).id();
        }
    }

    /** Who did what to what, and when. */
    record Event(long id, Instant at, String actor, String action, String subject, String details) {

        /** The page of a study or a set; null for anything else. */
        public @Nullable String address() {
            return subject.matches("study \\d+")
                    ? "/studies/" + subject.substring(6)
                    : subject.matches("set \\d+") ? "/sets/" + subject.substring(4) : null;
        }
    }
}
