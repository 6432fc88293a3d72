package org.c25.monitoring;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.c25.common.Numbers;
import org.c25.common.Sha256;
import org.c25.monitoring.Incidents.FailedPicture;
import org.c25.monitoring.Incidents.PastWithdrawal;
import org.c25.participation.ParticipantStatus;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;

/**
 * A set as it stands at one moment.
 *
 * @param asOf that moment
 * @param places all slots, by number
 * @param lastDay answers in each hour of the last 24, the present one last
 * @param reserved how many free slots are kept for people who wait
 * @param owed how many answers are still to come from those at work and, while people can join, from free slots
 */
record SetProgress(
        Instant asOf,
        SetView set,
        StudyView study,
        List<Place> places,
        List<AnswerRate.Hour> lastDay,
        long owed,
        Forecast forecast,
        Coverage coverage,
        List<FailedPicture> failedPictures,
        List<PastWithdrawal> withdrawals,
        long reserved) {

    /** Returns the people in the slots. */
    public List<ParticipantProgress> participants() {
        return places.stream().map(Place::person).filter(Objects::nonNull).toList();
    }

    public long completed() {
        return participants().stream().filter(ParticipantProgress::isComplete).count();
    }

    /** Counts the people at work who gave a sign of life not long ago. */
    public long atWork() {
        return participants().stream()
                .filter(person -> person.status() == ParticipantStatus.AT_WORK && !person.stalled())
                .count();
    }

    public long stalled() {
        return participants().stream().filter(ParticipantProgress::stalled).count();
    }

    /** Counts the flags on which nobody has decided. */
    public int flags() {
        return participants().stream().mapToInt(ParticipantProgress::flags).sum();
    }

    /** Whether somebody has finished in each slot. */
    public boolean complete() {
        return completed() == places.size();
    }

    /** Counts the slots that nobody has and that are kept for nobody. */
    public long free() {
        return places.stream().filter(place -> place.person() == null).count() - reserved;
    }

    public int answersOfLastDay() {
        return lastDay.stream().mapToInt(AnswerRate.Hour::answers).sum();
    }

    /** Returns the answers of each hour as a drawing. */
    public BarChart hourBars() {
        return BarChart.of(lastDay.stream()
                .map(hour -> new BarChart.Value(
                        String.format(
                                Locale.ROOT,
                                "%02d:00 UTC",
                                hour.from().atOffset(ZoneOffset.UTC).getHour()),
                        hour.from(),
                        hour.answers()))
                .toList());
    }

    /**
     * Returns an ETag that changes with anything that the page shows, and not with the moment alone: the page knows
     * itself how long ago things were. It is a weak one, or the reply would not be compressed.
     */
    public String etag() {
        String hash = Sha256.of(String.join(
                "\n",
                set.toString(),
                study.name() + study.version() + study.archived(),
                places.toString(),
                lastDay.toString(),
                owed + forecast.toString(),
                coverage.toString(),
                failedPictures.toString(),
                withdrawals.toString() + reserved));
        return "W/\"" + hash + "\"";
    }

    /**
     * A slot, and who is in it.
     *
     * @param person the person who has the slot; null while it is free
     */
    record Place(int number, @Nullable ParticipantProgress person) {

        /**
         * Returns the state in words: {@code free}, {@code at work}, {@code stalled}, {@code completed},
         * {@code imported}.
         */
        public String state() {
            return person == null
                    ? "free"
                    : person.stalled()
                            ? "stalled"
                            : person.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        public String stateClass() {
            return state().replace(' ', '_');
        }
    }

    /**
     * The progress of one participant.
     *
     * @param participant the slot, the column {@code participant{slot}}
     * @param stalled whether somebody at work has given no sign of life for as long as the study allows
     * @param answered the number of trials with an answer
     * @param total the number of trials
     * @param signOfLifeAt null for imported answers
     * @param medianResponseMillis the median response time of the first answers to all trials; null if no time is known
     * @param flags the number of flags that nobody has decided on yet, as of some seconds ago
     * @param failed the number of trials whose picture did not load, at least at first
     */
    record ParticipantProgress(
            int participant,
            ParticipantStatus status,
            boolean stalled,
            int answered,
            int total,
            Instant joinedAt,
            @Nullable Instant lastAnswerAt,
            @Nullable Instant signOfLifeAt,
            @Nullable Integer medianResponseMillis,
            SelfAgreementView selfAgreement,
            int flags,
            int failed,
            @Nullable String completionCode) {

        boolean isComplete() {
            return status == ParticipantStatus.COMPLETED || status == ParticipantStatus.IMPORTED && answered == total;
        }

        int left() {
            return Math.max(0, total - answered);
        }

        /** Returns the median response time, such as {@code 6.2 s}; – if it is not known. */
        public String medianWords() {
            return Numbers.seconds(medianResponseMillis == null ? Double.NaN : medianResponseMillis);
        }

        /** Returns when this person last gave a sign of life; empty for imported answers. */
        static Optional<Instant> signOfLife(
                ParticipantStatus status, Instant joinedAt, @Nullable Instant lastAnswerAt, @Nullable Instant seenAt) {
            if (status == ParticipantStatus.IMPORTED) {
                return Optional.empty();
            }
            return Stream.of(joinedAt, lastAnswerAt, seenAt)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder());
        }
    }
}
