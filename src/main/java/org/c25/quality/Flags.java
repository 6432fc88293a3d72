package org.c25.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.protocol.FlagThresholds;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the flags on the people in a set's slots, and keeps the decisions on them. A flag asks for a second look: it
 * excludes nobody and changes no file. It is computed anew from the answers for each request, by the study's present
 * thresholds.
 */
@Service
public class Flags {

    static final int LONGEST_NOTE = 1000;

    private final Sets sets;
    private final Studies studies;
    private final SetAnswers answers;
    private final Raters raters;
    private final Decisions decisions;
    private final Audit audit;
    private final TransactionTemplate reading;

    Flags(
            Sets sets,
            Studies studies,
            SetAnswers answers,
            Raters raters,
            Decisions decisions,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.sets = sets;
        this.studies = studies;
        this.answers = answers;
        this.raters = raters;
        this.decisions = decisions;
        this.audit = audit;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Returns the flags of a set by slot, those raised now and those decided on before. A slot without any is left out.
     *
     * @throws Problem 404 if there is no such set that the caller may see
     */
    public SortedMap<Integer, List<FlagView>> of(Caller caller, long setId) {
        SortedMap<Integer, List<FlagView>> flags = new TreeMap<>();
        look(caller, setId).flagged().forEach(person -> flags.put(person.slot(), person.flags()));
        return flags;
    }

    /**
     * Returns the figures and flags of the person in a slot; empty if the slot is free.
     *
     * @throws Problem 404 if there is no such set that the caller may see
     */
    public Optional<PersonQuality> ofSlot(Caller caller, long setId, int slot) {
        return look(caller, setId).people().stream()
                .filter(person -> person.slot() == slot)
                .findFirst();
    }

    /** Returns the flags on which nobody has decided, by person; for a job, which has no caller. */
    public Map<Rater, List<FlagKind>> undecided(StudyView study, SetView set) {
        Map<Rater, List<FlagKind>> undecided = new LinkedHashMap<>();
        compute(Objects.requireNonNull(reading.execute(status -> read(study, set))))
                .flagged()
                .forEach(person -> undecided.put(person.member(), person.undecided()));
        return undecided;
    }

    /**
     * Returns the figures and flags of everybody in the set's slots.
     *
     * @throws Problem 404 if there is no such set that the caller may see
     */
    SetQuality look(Caller caller, long setId) {
        // The computation follows after the transaction: it takes longer than reading, and needs no connection.
        return compute(Objects.requireNonNull(reading.execute(status -> read(caller, setId))));
    }

    private static SetQuality compute(Given given) {
        AnswersOfOthers others =
                AnswersOfOthers.of(given.answers().values(), given.items().size());
        FlagThresholds thresholds =
                given.study().protocol().quality().forSetOf(given.items().size());
        int repeats = given.study().protocol().repeats(given.items().size());
        return new SetQuality(
                given.study(),
                given.set(),
                given.answers().entrySet().stream()
                        .map(entry -> {
                            ParticipantFigures figures = ParticipantFigures.of(entry.getValue(), repeats, others);
                            return new PersonQuality(
                                    entry.getKey(),
                                    figures,
                                    flags(
                                            FlagKind.raised(figures, thresholds),
                                            given.decided()
                                                    .getOrDefault(entry.getKey().participantId(), Map.of())),
                                    given.items());
                        })
                        .toList());
    }

    /** The data of the set as the database holds them at one moment. */
    private record Given(
            SetView set,
            StudyView study,
            List<Item> items,
            Map<Rater, ParticipantAnswers> answers,
            Map<Long, Map<FlagKind, DecisionView>> decided) {}

    private Given read(Caller caller, long setId) {
        SetView set = sets.require(caller, setId);
        return read(studies.require(caller, set.studyId()), set);
    }

    private Given read(StudyView study, SetView set) {
        List<Item> items = sets.items(set.id());
        Map<Rater, ParticipantAnswers> given = answers.of(set.id(), items);
        List<Long> people = given.keySet().stream().map(Rater::participantId).toList();
        return new Given(set, study, items, given, decisions.latest(people));
    }

    private static List<FlagView> flags(Map<FlagKind, Evidence> raised, Map<FlagKind, DecisionView> decided) {
        return Arrays.stream(FlagKind.values())
                .filter(rule -> raised.containsKey(rule) || decided.containsKey(rule))
                .map(rule -> FlagView.of(rule, raised.get(rule), decided.get(rule)))
                .toList();
    }

    /**
     * Decides on a flag. To repeat the latest decision adds none, as long as the evidence is the same.
     *
     * @param slot the slot of the participant
     * @param participantId the id of the participant whom the caller has seen there; null if the slot is enough
     * @param note at most 1000 characters
     * @throws Problem 404 if there is no such set or nobody in the slot, 409 if there is no such flag or somebody else
     *     is in the slot by now, 422 if the note is too long
     */
    @Transactional
    public FlagView decide(
            Caller caller,
            long setId,
            int slot,
            @Nullable Long participantId,
            FlagKind rule,
            Decision decision,
            @Nullable String note) {
        String why = note == null ? "" : note.strip();
        if (why.length() > LONGEST_NOTE) {
            throw Problem.invalid("note", "at most " + Numbers.whole(LONGEST_NOTE) + " characters");
        }
        PersonQuality person = ofSlot(caller, setId, slot).orElseThrow(() -> Problem.notFound("participant"));
        boolean another =
                participantId != null && participantId != person.member().participantId();
        if (another || !raters.lock(setId, slot, person.member().participantId())) {
            throw Decisions.madeOnAnother();
        }
        FlagView flag = person.flags().stream()
                .filter(one -> one.rule() == rule)
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "participant" + slot + " has no flag " + rule + ", so there is nothing to decide."));
        if (isSaidAlready(flag, decision, why)) {
            return flag;
        }
        audit.record(
                caller.getUsername(), "flag " + decision.word(), "set " + setId, "participant" + slot + ", " + rule);
        return new FlagView(
                rule,
                flag.evidence(),
                flag.positions(),
                decisions.add(person.member(), rule, decision, why, caller.getUsername(), flag.evidence()));
    }

    private static boolean isSaidAlready(FlagView flag, Decision decision, String note) {
        DecisionView before = flag.decision();
        return before != null
                && before.decision() == decision
                && before.note().equals(note)
                && Objects.equals(before.evidence(), flag.evidence());
    }
}
