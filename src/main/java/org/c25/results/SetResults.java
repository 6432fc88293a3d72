package org.c25.results;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.affect.Expression;
import org.c25.agreement.AgreementStatistics;
import org.c25.ratings.Fingerprint;
import org.c25.ratings.RatingMatrix;
import org.c25.ratings.Ratings;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the agreement statistics of the sets. A node keeps some of them, as long as nothing else needs the memory,
 * and compares their {@link Fingerprint} with the database at every request. So the figures include every answer that
 * is stored, whatever node took it.
 */
@Service
public class SetResults {

    private static final int KEPT = 40;
    private static final int SELECTIONS = 8;

    private final Sets sets;
    private final RatingMatrix matrix;
    private final TransactionTemplate snapshot;
    private final Cache<Long, Computed> computed =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

    SetResults(Sets sets, RatingMatrix matrix, PlatformTransactionManager transactions) {
        this.sets = sets;
        this.matrix = matrix;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Returns the agreement statistics of all answers of a set.
     *
     * @throws org.c25.common.Problem 404 if there is no such set that the caller may see
     */
    public AgreementStatistics of(Caller caller, long setId) {
        return results(caller, setId, Selection.ALL).statistics();
    }

    /**
     * Returns the results of a selection of a set's answers, as they are now.
     *
     * @throws org.c25.common.Problem 404 if there is no such set that the caller may see; 422 if the selection leaves
     *     out a slot that the set doesn't have
     */
    public Results results(Caller caller, long setId, Selection selection) {
        SetView set = sets.require(caller, setId);
        return computed.get(setId, id -> new Computed()).upToDate(set, selection);
    }

    /** The figures of one set. The answers are read once; callers who ask meanwhile wait for that. */
    private final class Computed {

        private @Nullable Reading last;
        private final Cache<Selection, Results> results =
                Caffeine.newBuilder().maximumSize(SELECTIONS).build();

        synchronized Results upToDate(SetView set, Selection selection) {
            Reading reading = snapshot.execute(status -> read(set));
            if (reading != last) {
                results.invalidateAll();
                last = reading;
            }
            return results.get(
                    selection,
                    some -> Results.of(set, some, reading.fingerprint(), reading.answers(), reading.affectNet()));
        }

        private Reading read(SetView set) {
            Fingerprint now = matrix.fingerprint(set.id());
            Reading known = last;
            return known != null && known.fingerprint().equals(now)
                    ? known
                    : new Reading(now, matrix.ratings(set), affectNet(set));
        }

        private byte[] affectNet(SetView set) {
            List<Byte> codes = sets.items(set.id()).stream()
                    .map(item -> (byte) Optional.ofNullable(item.label().expression())
                            .flatMap(Expression::ofAffectNetCode)
                            .map(Expression::code)
                            .orElse(-1)
                            .intValue())
                    .toList();
            byte[] all = new byte[codes.size()];
            for (int image = 0; image < all.length; image++) {
                all[image] = codes.get(image);
            }
            return all;
        }
    }

    /** The data of a set as the database holds them at one moment. */
    private record Reading(Fingerprint fingerprint, Ratings answers, byte[] affectNet) {}
}
