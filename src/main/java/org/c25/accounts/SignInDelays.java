package org.c25.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.c25.common.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts wrong passwords in the database, for all nodes, and makes the delay after each one longer. During a delay,
 * attempts are refused; no request is held open. An attempt counts as wrong from its beginning, so that only few of
 * many simultaneous attempts are looked at. The right password takes its count back.
 */
@Component
class SignInDelays {

    private static final Duration FEW_FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration MANY_FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInDelays(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Counts an attempt, unless it comes too early.
     *
     * @param own the subject for which nothing but this account from this address or browser counts, such as
     *     {@code account 3 from 192.0.2.7}
     * @param delays the rule of each subject for which the attempt counts, {@code own} among them
     */
    Attempt begin(String own, Map<String, Delay> delays) {
        // All transactions lock the rows in this order, so that no two wait for each other.
        Map<String, Delay> sorted = new TreeMap<>(delays);
        Attempt early = refusal(own, counts(sorted, ""));
        return early.isRefused() ? early : Objects.requireNonNull(transaction.execute(status -> count(own, sorted)));
    }

    private Attempt count(String own, Map<String, Delay> delays) {
        Instant now = clock.instant();
        for (String subject : delays.keySet()) {
            jdbc.sql("insert into sign_in_delay (subject, failures, free_at, forgotten_at, told)"
                            + " values (?, 0, ?, ?, false) on conflict do nothing")
                    .params(subject, utc(now), utc(now))
                    .update();
        }
        List<Count> counts = counts(delays, " for update");
        Attempt refused = refusal(own, counts);
        if (refused.isRefused()) {
            return refused;
        }
        Map<String, Instant> freeAt = new TreeMap<>();
        int failures = 0;
        for (Count count : counts) {
            int counted = count.failures(now) + 1;
            Duration delay = Objects.requireNonNull(delays.get(count.subject()), count.subject())
                    .after(counted);
            freeAt.put(count.subject(), now.plus(delay));
            store(count.subject(), counted, now.plus(delay), delay.isZero());
            failures = count.subject().equals(own) ? counted : failures;
        }
        return new Attempt(own, failures, freeAt, Duration.ZERO);
    }

    private void store(String subject, int failures, Instant freeAt, boolean few) {
        Instant forgottenAt = freeAt.plus(few ? FEW_FORGOTTEN_AFTER : MANY_FORGOTTEN_AFTER);
        jdbc.sql("update sign_in_delay set failures = ?, free_at = ?, forgotten_at = ?, told = false"
                        + " where subject = ?")
                .params(failures, utc(freeAt), utc(forgottenAt), subject)
                .update();
    }

    private List<Count> counts(Map<String, Delay> delays, String lock) {
        return jdbc.sql("select subject, failures, free_at, forgotten_at from sign_in_delay"
                        + " where subject in (:subjects) order by subject" + lock)
                .param("subjects", delays.keySet())
                .query((row, n) -> new Count(
                        row.getString("subject"),
                        row.getInt("failures"),
                        Moments.in(row, "free_at"),
                        Moments.in(row, "forgotten_at")))
                .list();
    }

    private Attempt refusal(String own, List<Count> counts) {
        Instant now = clock.instant();
        Map<String, Instant> inTheWay = new TreeMap<>();
        Duration wait = Duration.ZERO;
        for (Count count : counts) {
            if (count.freeAt().isAfter(now)) {
                inTheWay.put(count.subject(), count.freeAt());
                Duration left = Duration.between(now, count.freeAt());
                wait = left.compareTo(wait) > 0 ? left : wait;
            }
        }
        return new Attempt(own, 0, inTheWay, wait);
    }

    /**
     * Takes back the counts of an attempt whose password was right, and of the wrong ones before it from the same
     * origin.
     */
    void forgive(Attempt attempt) {
        takeBack(attempt, attempt.failures());
    }

    /** Takes back the count of an attempt whose password nobody has looked at. */
    void takeBack(Attempt attempt) {
        takeBack(attempt, 1);
    }

    /**
     * Lowers the counts. A delay ends only if this attempt began it, so that the owner of one account can't end the
     * delays of others.
     */
    private void takeBack(Attempt attempt, int failures) {
        OffsetDateTime now = utc(clock.instant());
        transaction.executeWithoutResult(status -> attempt.freeAt()
                .forEach((subject, freeAt) -> jdbc.sql("""
                        update sign_in_delay set failures = greatest(failures - ?, 0),
                            free_at = case when free_at = ? then ? else free_at end where subject = ?""")
                        .params(failures, utc(freeAt), now, subject)
                        .update()));
    }

    /** Returns whether this attempt is the first to be refused in this delay. */
    boolean isFirst(Attempt refused) {
        return jdbc.sql("update sign_in_delay set told = true where subject in (:subjects) and told = false")
                        .param("subjects", refused.freeAt().keySet())
                        .update()
                > 0;
    }

    /** Deletes the counts that are old enough to be forgotten. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void clean() {
        jdbc.sql("delete from sign_in_delay where forgotten_at < ?")
                .param(utc(clock.instant()))
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /**
     * An attempt with a password, which is looked at now or comes too early.
     *
     * @param own the subject for which nothing but this account from this address or browser counts
     * @param failures the failures of that subject, with this attempt; 0 if it comes too early
     * @param freeAt the time from which each subject may be tried again: of all subjects for which the attempt counts,
     *     or of those that refuse it
     * @param early how long it takes until it may be tried; zero if it is looked at now
     */
    record Attempt(String own, int failures, Map<String, Instant> freeAt, Duration early) {

        boolean isRefused() {
            return !early.isZero();
        }
    }

    private record Count(String subject, int failures, Instant freeAt, Instant forgottenAt) {

        int failures(Instant now) {
            return forgottenAt.isAfter(now) ? failures : 0;
        }
    }
}
