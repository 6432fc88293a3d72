package org.c25.monitoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.c25.ratings.RatingReader;
import org.springframework.stereotype.Component;

/**
 * Keeps the answers of the sets that are being watched, so that the figures of a page are not added up anew every few
 * seconds. The database alone is the truth: each time it says how many answers somebody has, and the kept tally is
 * brought up to that number or read anew. Several nodes can keep the same tallies, and none depends on them.
 *
 * <p>Answers are only ever added, mostly at the end of somebody's trials, so the answers after the last known position
 * are read first. If the number still differs (an answer was revised, or a trial was passed over and answered later),
 * all answers of that person are read.
 */
@Component
class ParticipantTallies {

    private static final int SETS = 16;

    private final RatingReader reader;
    private final Cache<Long, OfSet> sets =
            Caffeine.newBuilder().maximumSize(SETS).build();

    ParticipantTallies(RatingReader reader) {
        this.reader = reader;
    }

    /** Lets one caller at a time look into a set, so that what many pages ask for at once is read once. */
    <T> T look(long setId, Function<OfSet, T> look) {
        OfSet set = sets.get(setId, id -> new OfSet());
        synchronized (set) {
            return look.apply(set);
        }
    }

    /** The tallies of one set. */
    class OfSet {

        private final Map<Long, ParticipantTally> tallies = new HashMap<>();
        private final Map<Long, Integer> itemNumbers = new HashMap<>();

        /**
         * Returns the tally of one person, brought up to date.
         *
         * @param trials how many trials this person has
         * @param answers how many answers the database holds of this person, revisions included
         */
        ParticipantTally tally(long participantId, int trials, int answers) {
            ParticipantTally known = tallies.get(participantId);
            if (known == null || known.trials() != trials || known.rows() > answers) {
                return readAnew(participantId, trials);
            }
            if (known.rows() < answers) {
                readAnswers(participantId, known);
            }
            return known.rows() < answers ? readAnew(participantId, trials) : known;
        }

        private ParticipantTally readAnew(long participantId, int trials) {
            ParticipantTally tally = new ParticipantTally(trials);
            readAnswers(participantId, tally);
            tallies.put(participantId, tally);
            return tally;
        }

        private void readAnswers(long participantId, ParticipantTally tally) {
            reader.forEachTimed(
                    participantId,
                    tally.highest(),
                    (rating, firstAt, lastAt) -> tally.add(
                            rating,
                            itemNumbers.computeIfAbsent(rating.itemId(), id -> itemNumbers.size()),
                            firstAt,
                            lastAt));
        }

        /** Forgets everybody else, because people who left have no slot any more. */
        void keepOnly(Set<Long> participantIds) {
            tallies.keySet().retainAll(participantIds);
        }

        /**
         * Counts how many of these people have an answer to the first showing of each item.
         *
         * @param itemIds all items of the set
         */
        List<Integer> answersByItem(List<Long> itemIds, Collection<ParticipantTally> people) {
            int[] counts = new int[itemNumbers.size()];
            people.forEach(tally -> tally.countInto(counts));
            return itemIds.stream()
                    .map(id -> itemNumbers.containsKey(id) ? counts[itemNumbers.get(id)] : 0)
                    .toList();
        }
    }
}
