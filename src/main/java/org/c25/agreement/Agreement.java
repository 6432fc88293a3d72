package org.c25.agreement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.c25.accounts.Caller;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The agreement statistics of the sets. A node keeps those it computed last and compares their {@link Fingerprint} with the
 * database at every request: whatever node took an answer, the figures are never older than it.
 */
@Service
public class Agreement {

    private static final int KEPT = 100;

    private final JdbcClient jdbc;
    private final Sets sets;
    private final RatingMatrix matrix;
    private final TransactionTemplate snapshot;
    private final Map<Long, Computed> computed = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Computed> eldest) {
            return size() > KEPT;
        }
    };

    Agreement(JdbcClient jdbc, Sets sets, RatingMatrix matrix, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.matrix = matrix;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @throws org.c25.web.Problem 404 if there is no such set that the caller may see */
    public AgreementStatistics of(Caller caller, long setId) {
        SetView set = sets.require(caller, setId);
        Computed kept;
        synchronized (computed) {
            kept = computed.computeIfAbsent(setId, id -> new Computed());
        }
        return kept.upToDate(set);
    }

    /** The figures of one set. Who asks while they are computed waits for them, and they are computed once. */
    private final class Computed {

        private @Nullable Fingerprint fingerprint;
        private @Nullable AgreementStatistics statistics;

        synchronized AgreementStatistics upToDate(SetView set) {
            AgreementStatistics figures = statistics;
            Reading reading = snapshot.execute(status -> read(set));
            if (figures == null || reading.answers() != null) {
                figures = AgreementStatistics.of(Objects.requireNonNull(reading.answers()));
                statistics = figures;
                fingerprint = reading.fingerprint();
            }
            return figures;
        }

        private Reading read(SetView set) {
            Fingerprint now = Fingerprint.of(jdbc, set.id());
            return new Reading(now, now.equals(fingerprint) ? null : matrix.ratings(set));
        }
    }

    /**
     * What the database holds at one moment.
     *
     * @param answers null if they are those of the last time
     */
    private record Reading(
            Fingerprint fingerprint, @Nullable Ratings answers) {}
}
