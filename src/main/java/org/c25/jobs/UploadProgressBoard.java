package org.c25.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.c25.accounts.Caller;
import org.c25.common.UploadProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds what long requests are doing, by the name that the caller's page gave them. A page may ask any node: each writes
 * the words of its own requests into the database every second, apart from their transactions.
 */
@Component
public class UploadProgressBoard {

    private static final int LONGEST = 1000;

    /** After this long without a word the request's node is gone. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Work, String> here = new ConcurrentHashMap<>();

    /** What the database has of the requests of this node. */
    private final Map<Work, String> written = new ConcurrentHashMap<>();

    UploadProgressBoard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins a report.
     *
     * @param name a UUID made by the page; without one nobody can read the report
     */
    public ProgressReport begin(Caller caller, @Nullable String name) {
        return begin(caller.accountId(), name);
    }

    ProgressReport begin(long account, @Nullable String name) {
        return new ProgressReport(name == null || !name.matches("[0-9a-f-]{36}") ? null : new Work(account, name));
    }

    /** Returns what a request is doing; empty if it has not begun, has ended, or belongs to another account. */
    Optional<String> of(Caller caller, String name) {
        return of(caller.accountId(), name);
    }

    Optional<String> of(long account, String name) {
        Work work = new Work(account, name);
        if (written.containsKey(work) && !here.containsKey(work)) {
            return Optional.empty(); // It has ended on this node; its words are erased in a moment.
        }
        return Optional.ofNullable(here.get(work))
                .or(() -> jdbc.sql(
                                "select words from upload_progress where account_id = ? and name = ? and told_at > ?")
                        .params(account, name, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .optional());
    }

    @Scheduled(fixedDelay = 1000)
    void tellOtherNodes() {
        try {
            here.forEach(this::write);
            written.keySet().stream().filter(work -> !here.containsKey(work)).forEach(this::erase);
        } catch (DataAccessException away) {
            // The words are a help for those who wait; the next round tells newer ones.
        }
    }

    private void write(Work work, String words) {
        if (words.equals(written.get(work))) {
            return;
        }
        Object now = clock.instant().atOffset(ZoneOffset.UTC);
        int there = jdbc.sql("update upload_progress set words = ?, told_at = ? where account_id = ? and name = ?")
                .params(words, now, work.account(), work.name())
                .update();
        if (there == 0) {
            jdbc.sql("insert into upload_progress (account_id, name, words, told_at) values (?, ?, ?, ?)")
                    .params(work.account(), work.name(), words, now)
                    .update();
        }
        written.put(work, words);
    }

    private void erase(Work work) {
        jdbc.sql("delete from upload_progress where account_id = ? and name = ?")
                .params(work.account(), work.name())
                .update();
        written.remove(work);
    }

    /** Erases what nodes that are gone have left. */
    @Scheduled(fixedDelay = 3_600_000)
    void eraseOld() {
        jdbc.sql("delete from upload_progress where told_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Work(long account, String name) {}

    /** A report of one request. A request closes it however it ends. */
    public final class ProgressReport implements UploadProgress, AutoCloseable {

        private final @Nullable Work work;

        private ProgressReport(@Nullable Work work) {
            this.work = work;
        }

        @Override
        public void tell(String now) {
            if (work != null) {
                here.put(work, now.length() <= LONGEST ? now : now.substring(0, LONGEST));
            }
        }

        @Override
        public void close() {
            if (work != null) {
                here.remove(work);
            }
        }
    }
}
