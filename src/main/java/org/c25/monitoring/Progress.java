package org.c25.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.c25.accounts.Caller;
import org.c25.agreement.Median;
import org.c25.common.Moments;
import org.c25.monitoring.SetProgress.ParticipantProgress;
import org.c25.monitoring.SetProgress.Place;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.SignsOfLife;
import org.c25.portions.RatingSlots;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads who is at work on a set, and how far they are. */
@Service
class Progress {

    private final JdbcClient jdbc;
    private final Sets sets;
    private final Studies studies;
    private final ParticipantTallies tallies;
    private final Incidents incidents;
    private final FlagCounts flagCounts;
    private final RatingSlots ratingSlots;
    private final Clock clock;

    Progress(
            JdbcClient jdbc,
            Sets sets,
            Studies studies,
            ParticipantTallies tallies,
            Incidents incidents,
            FlagCounts flagCounts,
            RatingSlots ratingSlots,
            Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.studies = studies;
        this.tallies = tallies;
        this.incidents = incidents;
        this.flagCounts = flagCounts;
        this.ratingSlots = ratingSlots;
        this.clock = clock;
    }

    /** Returns the progress of a set that the caller may see. Open pages ask for it again and again. */
    SetProgress of(Caller caller, SetView set) {
        StudyView study = studies.require(caller, set.studyId());
        // There is no transaction around this: whoever waits here for another look to end holds no connection.
        Map<Integer, Integer> flags = flagCounts.of(caller, set);
        return tallies.look(set.id(), kept -> of(set, study, flags, kept));
    }

    private SetProgress of(SetView set, StudyView study, Map<Integer, Integer> flags, ParticipantTallies.OfSet kept) {
        Instant now = clock.instant();
        // While the set is paused or the study archived nobody can go on, so nobody counts as stalled.
        Optional<Duration> stalledAfter = set.paused() || study.archived()
                ? Optional.empty()
                : study.protocol().dropOuts().stalledAfter();
        List<Place> places = new ArrayList<>();
        List<ParticipantTally> all = new ArrayList<>();
        List<ParticipantTally> here = new ArrayList<>();
        Set<Long> people = new HashSet<>();
        for (Row row : rows(set.id(), stalledAfter.map(now::minus).orElse(Instant.EPOCH))) {
            Enrolled person = row.person();
            if (person == null) {
                places.add(new Place(row.number(), null));
                continue;
            }
            ParticipantTally tally = kept.tally(person.id(), person.trials(), person.answers());
            people.add(person.id());
            all.add(tally);
            if (person.status() != ParticipantStatus.IMPORTED) {
                here.add(tally);
            }
            places.add(new Place(
                    row.number(),
                    progress(
                            row.number(),
                            person,
                            tally,
                            flags.getOrDefault(row.number(), 0),
                            stalledAfter.isPresent())));
        }
        kept.keepOnly(people);
        AnswerRate answerRate = new AnswerRate(here, now);
        Coverage coverage = Coverage.of(kept.answersByItem(items(set.id()), all), set.columns(), taken(set));
        long owed = owed(set, study, places, coverage);
        return new SetProgress(
                now,
                set,
                study,
                places,
                answerRate.lastDay(),
                owed,
                forecast(set, study, places, answerRate, owed),
                coverage,
                incidents.failedPictures(set.id()),
                incidents.withdrawals(set.id()),
                reserved(set.id()));
    }

    private List<Integer> taken(SetView set) {
        return set.portions() == null ? List.of() : ratingSlots.imagesByTaken(set);
    }

    /** Counts the free slots that are kept for people on the waiting list. */
    private long reserved(long setId) {
        return jdbc.sql("select count(*) from slot where set_id = ? and participant_id is null and reserved_until >= ?")
                .params(setId, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Reads the slots with the people in them.
     *
     * @param since the time before which the last sign of life must lie for somebody to count as silent
     */
    private List<Row> rows(long setId, Instant since) {
        return jdbc.sql("""
                        select s.number, p.id, p.status, p.trials, p.completion_code, p.consented_at,
                            p.seen_at, p.stalled_at, case when #silent then 1 else 0 end as silent,
                            p.annotations as answers,
                            (select count(*) from picture_report r where r.participant_id = p.id) as failed
                        from slot s left join participant p on p.id = s.participant_id
                        where s.set_id = :set order by s.number""".replace("#silent", SignsOfLife.SILENT))
                .param("set", setId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Row(
                        row.getInt("number"),
                        row.getString("status") == null
                                ? null
                                : new Enrolled(
                                        row.getLong("id"),
                                        ParticipantStatus.valueOf(row.getString("status")),
                                        row.getInt("trials"),
                                        row.getInt("answers"),
                                        row.getInt("failed"),
                                        Moments.in(row, "consented_at"),
                                        Moments.inOrNull(row, "seen_at"),
                                        // The rule of the job that marks stalled participants, which may not have run
                                        // yet.
                                        row.getObject("stalled_at") != null || row.getInt("silent") == 1,
                                        row.getString("completion_code"))))
                .list();
    }

    private static ParticipantProgress progress(
            int slot, Enrolled person, ParticipantTally tally, int flags, boolean canStall) {
        Optional<Instant> signOfLife =
                ParticipantProgress.signOfLife(person.status(), person.joinedAt(), tally.lastAt(), person.seenAt());
        boolean stalled = canStall && person.status() == ParticipantStatus.AT_WORK && person.stalled();
        return new ParticipantProgress(
                slot,
                person.status(),
                stalled,
                tally.answered(),
                person.trials(),
                person.joinedAt(),
                tally.lastAt(),
                signOfLife.orElse(null),
                tally.medianMillis(),
                SelfAgreementView.of(tally.selfAgreement()),
                flags,
                person.failed(),
                person.completionCode());
    }

    private static long owed(SetView set, StudyView study, List<Place> places, Coverage coverage) {
        return atWork(places).mapToLong(ParticipantProgress::left).sum()
                + (canJoin(set, study) ? owedByNewcomers(set, study, places, coverage) : 0);
    }

    private static long owedByNewcomers(SetView set, StudyView study, List<Place> places, Coverage coverage) {
        if (set.portions() == null) {
            return trialsEach(set, study)
                    * places.stream().filter(place -> place.person() == null).count();
        }
        int free = set.items() * set.columns() - (int) coverage.ratingsTaken();
        return free + study.protocol().repeats(free);
    }

    private static boolean canJoin(SetView set, StudyView study) {
        return set.isOpen() && !set.paused() && !study.archived();
    }

    private static Stream<ParticipantProgress> atWork(List<Place> places) {
        return places.stream()
                .map(Place::person)
                .filter(person -> person != null && person.status() == ParticipantStatus.AT_WORK)
                .map(Objects::requireNonNull);
    }

    /** Returns how many trials somebody gets who joins now. */
    private static long trialsEach(SetView set, StudyView study) {
        return set.imagesEach() + study.protocol().repeats(set.imagesEach());
    }

    private static Forecast forecast(
            SetView set, StudyView study, List<Place> places, AnswerRate answerRate, long owed) {
        if (set.paused() || study.archived()) {
            return Forecast.none("not while nobody can go on");
        }
        boolean free = places.stream().anyMatch(place -> place.person() == null);
        if (owed == 0) {
            return Forecast.none(free ? "not yet: nobody is at work, and nobody can join" : "all answers are in");
        }
        double typical = Median.of(places.stream()
                .map(Place::person)
                .filter(person -> person != null && person.medianResponseMillis() != null)
                .mapToDouble(person -> person.medianResponseMillis())
                .toArray());
        long usual = Double.isNaN(typical) ? 0 : Math.round(typical);
        long longest = atWork(places)
                .mapToLong(person ->
                        person.left() * (person.medianResponseMillis() == null ? usual : person.medianResponseMillis()))
                .max()
                .orElse(0);
        if (free && canJoin(set, study)) {
            longest = Math.max(longest, trialsEach(set, study) * usual);
        }
        return Forecast.of(answerRate, owed, Duration.ofMillis(longest));
    }

    private List<Long> items(long setId) {
        return Arrays.stream(sets.itemIds(setId)).boxed().toList();
    }

    private record Row(int number, @Nullable Enrolled person) {}

    /**
     * A person in a slot, as the database has them.
     *
     * @param answers how many answers the database holds, revisions included
     */
    private record Enrolled(
            long id,
            ParticipantStatus status,
            int trials,
            int answers,
            int failed,
            Instant joinedAt,
            @Nullable Instant seenAt,
            boolean stalled,
            @Nullable String completionCode) {}
}
