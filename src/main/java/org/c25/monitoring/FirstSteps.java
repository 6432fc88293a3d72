package org.c25.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.c25.accounts.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how far somebody new has come on the way from nothing to files. Each step is told from what they have made; only
 * that they have looked at a preview is kept for this.
 */
@Component
class FirstSteps {

    private final JdbcClient jdbc;

    FirstSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the first steps of the caller; none once all are done, or the caller has put them away. */
    List<FirstStep> of(Caller caller) {
        return jdbc.sql("""
                        select
                            exists (select 1 from study st where st.owner_id = a.id) as study_made,
                            exists (select 1 from study st join image_set s on s.study_id = st.id
                                where st.owner_id = a.id) as set_made,
                            a.previewed_at is not null as previewed,
                            exists (select 1 from study st join image_set s on s.study_id = st.id
                                join invitation i on i.set_id = s.id where st.owner_id = a.id)
                            or exists (select 1 from study st join image_set s on s.study_id = st.id
                                join recruiting_link l on l.set_id = s.id where st.owner_id = a.id) as invited,
                            exists (select 1 from study st join image_set s on s.study_id = st.id
                                join participant p on p.set_id = s.id
                                where st.owner_id = a.id and p.answered > 0) as answered,
                            exists (select 1 from study st join image_set s on s.study_id = st.id
                                join audit_event e on e.subject = concat('set ', s.id)
                                where st.owner_id = a.id and e.action = 'file exported' and e.actor = a.name)
                            or exists (select 1 from study st join audit_event e on e.subject = concat('study ', st.id)
                                where st.owner_id = a.id and e.action = 'file exported' and e.actor = a.name) as downloaded,
                            (select max(st.id) from study st
                                where st.owner_id = a.id and st.archived_at is null) as study_id,
                            (select max(s.id) from study st join image_set s on s.study_id = st.id
                                where st.owner_id = a.id and st.archived_at is null) as set_id
                        from account a where a.id = :caller and a.first_steps_away_at is null""")
                .param("caller", caller.accountId())
                .query((row, n) -> steps(row))
                .optional()
                .filter(steps -> !steps.stream().allMatch(FirstStep::done))
                .orElse(List.of());
    }

    private static List<FirstStep> steps(ResultSet row) throws SQLException {
        String study = below("/studies/", row.getObject("study_id", Long.class));
        String set = below("/sets/", row.getObject("set_id", Long.class));
        return List.of(
                step(row.getBoolean("study_made"), "Make a study", "a name is enough to begin", "/studies", "/new"),
                step(row.getBoolean("set_made"), "Make a set of images", "from a list and a ZIP", study, "/sets/new"),
                step(row.getBoolean("previewed"), "Look at the preview", "as participants see it", study, "/preview"),
                step(row.getBoolean("invited"), "Invite people", "open the set, make links", set, "/invitations"),
                step(row.getBoolean("answered"), "Watch the answers come in", "done with the first one", set, ""),
                step(row.getBoolean("downloaded"), "Download the files", "at any time", set, "/data"));
    }

    private static @Nullable String below(String address, @Nullable Long id) {
        return id == null ? null : address + id;
    }

    private static FirstStep step(boolean done, String words, String hint, @Nullable String base, String rest) {
        return new FirstStep(done, words, hint, base == null ? null : base + rest);
    }

    /**
     * A step, done or not.
     *
     * @param hint a few words more
     * @param address where it is done; null if that is not there yet
     */
    record FirstStep(
            boolean done,
            String words,
            String hint,
            @Nullable String address) {}
}
