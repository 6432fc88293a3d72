package org.c25.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.c25.annotation.Annotations;
import org.c25.annotation.Completions;
import org.c25.annotation.NewAnnotation;
import org.c25.common.ServerClock;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Enrolling;
import org.c25.participation.OneTimeStep;
import org.c25.participation.Participants;
import org.c25.participation.TrialOrder;
import org.c25.protocol.Protocol;
import org.c25.sets.Item;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets an invented rater take a slot and answer, by the rules that hold for everybody, as of some time ago. */
@Component
class InventedSittings {

    private static final Duration READING = Duration.ofMinutes(3);
    private static final Duration PRACTISING = Duration.ofMinutes(1);
    private static final Duration BETWEEN_FACES = Duration.ofMillis(700);

    private final Enrolling enrolling;
    private final Participants participants;
    private final Annotations annotations;
    private final Completions completions;
    private final TransactionOperations transaction;
    private final ServerClock clock;

    InventedSittings(
            Enrolling enrolling,
            Participants participants,
            Annotations annotations,
            Completions completions,
            TransactionOperations transaction,
            ServerClock clock) {
        this.enrolling = enrolling;
        this.participants = participants;
        this.annotations = annotations;
        this.completions = completions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Plays a part from consent to the last answer, in one transaction.
     *
     * @param items the items of the person's set
     * @param seed the order of the trials and all answers follow from it
     */
    void play(InvitedPerson person, StudyView study, List<Item> items, Part part, long seed) {
        Protocol protocol = study.protocol();
        List<TrialOrder.Showing> order =
                TrialOrder.draw(items, protocol.ordering(), protocol.repeatShare(), protocol.repeatMinimumLag(), seed);
        InventedRater rater = new InventedRater(part.manner(), seed);
        List<NewAnnotation> answers = IntStream.range(0, Math.min(part.answers(), order.size()))
                .mapToObj(position -> rater.answer(order.get(position).item(), position))
                .toList();
        Instant end = clock.instant().minus(part.ago());
        Instant beginning =
                end.minus(answers.stream().map(InventedSittings::time).reduce(Duration.ZERO, Duration::plus));
        transaction.executeWithoutResult(status -> {
            clock.at(beginning.minus(READING), () -> enrolling.takeSlot(person, study, "en", seed, id -> order));
            clock.at(
                    beginning.minus(PRACTISING),
                    () -> participants.did(participants.require(person), OneTimeStep.PRACTICE));
            answer(person, answers, beginning);
            if (answers.size() == order.size()) {
                clock.at(end, () -> completions.complete(person, order.size()));
            }
        });
    }

    private void answer(InvitedPerson person, List<NewAnnotation> answers, Instant beginning) {
        Instant now = beginning;
        for (int position = 0; position < answers.size(); position++) {
            NewAnnotation answer = answers.get(position);
            int trial = position;
            now = now.plus(time(answer));
            clock.at(now, () -> annotations.record(person, trial, answer));
        }
    }

    private static Duration time(NewAnnotation answer) {
        long millis = Objects.requireNonNull(answer.paradata().responseTimeMillis());
        return BETWEEN_FACES.plusMillis(millis);
    }
}
