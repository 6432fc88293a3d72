package org.c25.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices of a study as staff see them, and what they can do with them: try a target out, and send one again. */
@Service
@Transactional
class Notices {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final NoticeTargets targets;
    private final NoticeQueue queue;
    private final NoticeWriter writer;
    private final Accounts accounts;
    private final Sets sets;
    private final Audit audit;

    Notices(
            JdbcClient jdbc,
            NoticeTargets targets,
            NoticeQueue queue,
            NoticeWriter writer,
            Accounts accounts,
            Sets sets,
            Audit audit) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.queue = queue;
        this.writer = writer;
        this.accounts = accounts;
        this.sets = sets;
        this.audit = audit;
    }

    /** Returns the last notices of a study, the latest first. */
    @Transactional(readOnly = true)
    List<NoticeLine> of(StudyView study) {
        Map<Long, String> names =
                targets.of(study.id()).stream().collect(Collectors.toMap(NoticeTarget::id, this::name));
        Map<Long, String> titles = sets.of(study).stream().collect(Collectors.toMap(SetView::id, SetView::title));
        return jdbc.sql("""
                        select n.id, n.target_id, n.set_id, n.kind, n.state, n.attempts, n.written_at, n.next_attempt_at,
                            n.sent_at, n.last_error
                        from notice n join notice_target t on t.id = n.target_id
                        where t.study_id = :study order by n.id desc limit :limit""")
                .param("study", study.id())
                .param("limit", SHOWN)
                .query((row, n) -> line(row, names, titles))
                .list();
    }

    private String name(NoticeTarget target) {
        return target.accountId() == null
                ? String.valueOf(target.host())
                : accounts.of(target.accountId()).name();
    }

    private static NoticeLine line(ResultSet row, Map<Long, String> names, Map<Long, String> titles)
            throws SQLException {
        return new NoticeLine(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                titles.get(row.getLong("set_id")),
                Objects.requireNonNullElse(names.get(row.getLong("target_id")), "–"),
                NoticeState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Moments.in(row, "written_at"),
                Moments.in(row, "next_attempt_at"),
                Moments.inOrNull(row, "sent_at"),
                row.getString("last_error"));
    }

    /**
     * Returns a target of a study that is the caller's own, or a webhook.
     *
     * @throws Problem 404 if there is no such target
     */
    @Transactional(readOnly = true)
    NoticeTarget target(Caller caller, StudyView study, long id) {
        return targets.find(id)
                .filter(found -> found.studyId() == study.id())
                .filter(found -> found.accountId() == null || found.accountId() == caller.accountId())
                .orElseThrow(() -> Problem.notFound("receiver of notices"));
    }

    /**
     * Writes a test notice.
     *
     * @throws Problem 404 as {@link #target}, 409 if one still waits, or nothing can be sent there
     */
    void test(Caller caller, StudyView study, long targetId) {
        NoticeTarget target = target(caller, study, targetId);
        writer.writeTest(target);
        audit.record(caller.getUsername(), "notice tried out", "study " + study.id(), name(target));
    }

    /**
     * Lets a notice of a study that failed be tried again.
     *
     * @throws Problem 404 if there is no such notice, 409 if it has not failed
     */
    void again(Caller caller, StudyView study, long noticeId) {
        long known = jdbc.sql("""
                        select n.id from notice n join notice_target t on t.id = n.target_id
                        where n.id = ? and t.study_id = ?""")
                .params(noticeId, study.id())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("notice"));
        queue.again(known);
        audit.record(caller.getUsername(), "notice sent again", "study " + study.id(), "notice " + noticeId);
    }
}
