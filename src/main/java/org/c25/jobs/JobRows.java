package org.c25.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.c25.common.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of the jobs. A node begins a job by one conditional UPDATE, which raises the number of attempts. Whatever it
 * writes later names this number, so that it changes nothing once another node has begun the job anew.
 */
@Component
class JobRows {

    private static final String OPEN = "(state = 'WAITING' or state = 'RUNNING' and lease_until < ?)";
    private static final String OF_RUN = " where id = ? and attempts = ? and state = 'RUNNING'";
    private static final int LONGEST_WORDS = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JobRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    long add(long accountId, JobOrder order, String folder) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into job (account_id, kind, title, page, parameters, folder, state, created_at)
                        values (?, ?, ?, ?, ?, ?, 'WAITING', ?)""")
                .params(accountId, order.kind(), order.title(), order.page())
                .params(json.writeValueAsString(order.parameters()), folder, now())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<Job> find(long id) {
        return jdbc.sql("select * from job where id = ?")
                .param(id)
                .query(this::map)
                .optional();
    }

    /** Returns the latest jobs of an account, the newest first. */
    List<Job> of(long accountId, int limit) {
        return jdbc.sql("select * from job where account_id = ? order by id desc limit ?")
                .params(accountId, limit)
                .query(this::map)
                .list();
    }

    /** Returns an account's job of the same order that has not ended. */
    Optional<Job> unfinished(long accountId, JobOrder order) {
        return jdbc.sql("""
                        select * from job where account_id = ? and kind = ? and parameters = ?
                            and state in ('WAITING', 'RUNNING') and cancel_wanted = false order by id limit 1""")
                .params(accountId, order.kind(), json.writeValueAsString(order.parameters()))
                .query(this::map)
                .optional();
    }

    /** Returns the jobs that wait for a node, the oldest first. */
    List<Job> open(int limit) {
        return jdbc.sql("select * from job where " + OPEN + " order by id limit ?")
                .params(now(), limit)
                .query(this::map)
                .list();
    }

    /** Begins a job; returns false if another node has. */
    boolean take(Job job, Duration lease) {
        return jdbc.sql("update job set state = 'RUNNING', attempts = attempts + 1, lease_until = ?"
                                + " where id = ? and attempts = ? and " + OPEN)
                        .params(now().plus(lease), job.id(), job.attempts(), now())
                        .update()
                == 1;
    }

    /** Says how far a run is, and that its node is alive; returns false if the job is not this run's any more. */
    boolean report(JobRun run, Duration lease) {
        String words = run.words();
        return jdbc.sql("update job set words = ?, share = ?, lease_until = ?" + OF_RUN)
                        .param(words == null ? null : words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
                        .params(run.share(), now().plus(lease))
                        .params(run.job().id(), run.job().attempts())
                        .update()
                == 1;
    }

    boolean done(Job job, JobOutcome outcome) {
        return jdbc.sql("update job set state = 'DONE', outcome = ?, ended_at = ?, share = 1" + OF_RUN
                                + " and cancel_wanted = false")
                        .params(json.writeValueAsString(outcome), now(), job.id(), job.attempts())
                        .update()
                == 1;
    }

    void failed(Job job, JobOutcome outcome) {
        jdbc.sql("update job set state = 'FAILED', outcome = ?, ended_at = ?" + OF_RUN)
                .params(json.writeValueAsString(outcome), now(), job.id(), job.attempts())
                .update();
    }

    void cancelled(Job job) {
        jdbc.sql("update job set state = 'CANCELLED', ended_at = ?" + OF_RUN)
                .params(now(), job.id(), job.attempts())
                .update();
    }

    /** Lets another node begin the job, or this one after its restart. */
    void giveBack(Job job) {
        jdbc.sql("update job set state = 'WAITING', lease_until = null, words = null, share = null" + OF_RUN)
                .params(job.id(), job.attempts())
                .update();
    }

    /** Cancels a job: at once if no node has begun it, or else as soon as its node hears of it. */
    void cancel(long id) {
        jdbc.sql("update job set state = 'CANCELLED', ended_at = ? where id = ? and state = 'WAITING'")
                .params(now(), id)
                .update();
        jdbc.sql("update job set cancel_wanted = true where id = ? and state = 'RUNNING'")
                .param(id)
                .update();
    }

    boolean isCancelWanted(long id) {
        return jdbc.sql("select cancel_wanted from job where id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    int before(Job job) {
        return jdbc.sql("select count(*) from job where state in ('WAITING', 'RUNNING') and id < ?")
                .param(job.id())
                .query(Integer.class)
                .single();
    }

    int count(JobState state) {
        return jdbc.sql("select count(*) from job where state = ?")
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    /** Returns the jobs that ended before a time. */
    List<Job> endedBefore(Instant time) {
        return jdbc.sql("select * from job where ended_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .query(this::map)
                .list();
    }

    /** Ends jobs that have waited since before a time, because the node that has their files does not come back. */
    void giveUp(Instant time, JobOutcome outcome) {
        jdbc.sql("update job set state = 'FAILED', outcome = ?, ended_at = ? where created_at < ? and " + OPEN)
                .params(json.writeValueAsString(outcome), now(), time.atOffset(ZoneOffset.UTC), now())
                .update();
    }

    boolean knows(String folder) {
        return jdbc.sql("select count(*) from job where folder = ?")
                        .param(folder)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void forget(Job job) {
        jdbc.sql("delete from job where id = ?").param(job.id()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Job map(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        return new Job(
                row.getLong("id"),
                row.getLong("account_id"),
                new JobOrder(
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("page"),
                        json.readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {})),
                row.getString("folder"),
                JobState.valueOf(row.getString("state")),
                row.getString("words"),
                (@Nullable Double) row.getObject("share"),
                row.getBoolean("cancel_wanted"),
                row.getInt("attempts"),
                Moments.in(row, "created_at"),
                Moments.inOrNull(row, "ended_at"),
                outcome == null ? null : json.readValue(outcome, JobOutcome.class));
    }
}
