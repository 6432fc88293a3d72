package org.c25.annotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.c25.affect.Expression;
import org.c25.affect.Rating;
import org.c25.affect.Step;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Participants;
import org.c25.participation.SignsOfLife;
import org.c25.participation.Trial;
import org.c25.participation.Trials;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record of all answers. It is only ever added to: a new answer to an answered trial is a revision, and the earlier
 * ones stay. Answers are erased only for a person who leaves and asks for it.
 */
@Service
public class Annotations {

    /** How many answers one trial can have, the first and its revisions together. */
    static final int MOST_REVISIONS = 100;

    /** The columns that {@link #paradata} reads. */
    static final String PARADATA = """
            response_time_millis, expression_time_millis, valence_time_millis, arousal_time_millis,
            hidden_time_millis, changes, input_device, viewport_width, viewport_height, dimmed""";

    private final JdbcClient jdbc;
    private final Participants participants;
    private final SignsOfLife signsOfLife;
    private final Trials trials;
    private final RatingRows ratings;
    private final UsualAnswers usualAnswers;
    private final Sets sets;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Annotations(
            JdbcClient jdbc,
            Participants participants,
            SignsOfLife signsOfLife,
            Trials trials,
            RatingRows ratings,
            UsualAnswers usualAnswers,
            Sets sets,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.participants = participants;
        this.signsOfLife = signsOfLife;
        this.trials = trials;
        this.ratings = ratings;
        this.usualAnswers = usualAnswers;
        this.sets = sets;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Records an answer. It is on disk when this returns, unless the caller has a transaction open.
     *
     * @param position the position of the answered trial
     * @return the reply; for an answer that is sent again, the reply that it got the first time
     * @throws Problem 404 if there is no such trial, 409 if another answer has the id, the trial has been answered
     *     {@value #MOST_REVISIONS} times, the answer was given in another participation or the person can't answer at
     *     present, 429 if answers come faster than a person can give them
     * @throws org.springframework.security.access.AccessDeniedException if the trial has an answer, and the person has
     *     shown only a recruiter's link and external ID
     */
    public Acknowledgement record(InvitedPerson invited, int position, NewAnnotation answer) {
        Optional<Acknowledgement> usual = usualAnswers.record(invited, position, answer);
        if (usual.isPresent()) {
            AnswerMeters.FIRST.increment();
            return usual.get();
        }
        return Objects.requireNonNull(transaction.execute(status -> recordAny(invited, position, answer)));
    }

    private Acknowledgement recordAny(InvitedPerson invited, int position, NewAnnotation answer) {
        return recordAny(invited, participants.lock(invited, answer.participation()), position, answer);
    }

    private Acknowledgement recordAny(
            InvitedPerson invited, Participant participant, int position, NewAnnotation answer) {
        Optional<Trial> trial = trials.find(participant, position);
        Instant now = clock.instant();
        int answered = participant.answered() + 1;
        if (trial.isPresent()
                && AnswerPace.allows(participant.pacedUntil(), now)
                && insert(participant, position, answer, 1, answered, now)) {
            ratings.first(participant, trial.get(), answer, now);
            if (answered == 1) {
                sets.freezeStudyOf(participant.setId());
            }
            usualAnswers.remember(invited, participant);
            AnswerMeters.FIRST.increment();
            return counted(participant, position, 1, answered, now);
        }
        Optional<Recorded> before = find(answer.id());
        if (before.isPresent()) {
            signsOfLife.answered(participant);
            return replay(before.get(), participant, position, answer);
        }
        trials.require(participant, position);
        return revise(invited, participant, position, answer, now);
    }

    private Acknowledgement revise(
            InvitedPerson invited, Participant participant, int position, NewAnnotation answer, Instant now) {
        int revision = ratings.revisions(participant, position) + 1;
        if (revision > 1) {
            invited.requireFull();
        }
        if (revision > MOST_REVISIONS) {
            throw new TooManyRevisions(position);
        }
        AnswerPace.next(participant.pacedUntil(), now);
        if (!insert(participant, position, answer, revision, participant.answered(), now)) {
            throw new AnswerIdTaken(); // someone else's answer took the id at this very moment
        }
        ratings.revised(participant, position, answer, revision, now);
        AnswerMeters.REVISED.increment();
        return counted(participant, position, revision, participant.answered(), now);
    }

    private Acknowledgement counted(Participant participant, int position, int revision, int answered, Instant now) {
        participants.answered(participant, answered, AnswerPace.next(participant.pacedUntil(), now), now);
        return new Acknowledgement(position, revision, answered, participant.trials());
    }

    private static Acknowledgement replay(
            Recorded before, Participant participant, int position, NewAnnotation answer) {
        boolean same = before.participantId() == participant.id()
                && before.position() == position
                && Objects.equals(before.rating(), answer.rating())
                && before.paradata().equals(answer.paradata());
        if (!same) {
            throw new AnswerIdTaken();
        }
        AnswerMeters.REPLAYED.increment();
        return new Acknowledgement(position, before.revision(), before.answered(), participant.trials());
    }

    private Optional<Recorded> find(UUID id) {
        return jdbc.sql("select participant_id, position, revision, expression, valence, arousal, answered, " + PARADATA
                        + " from annotation where id = ?")
                .param(id)
                .query((row, n) -> new Recorded(
                        row.getLong("participant_id"),
                        row.getInt("position"),
                        row.getInt("revision"),
                        rating(row),
                        paradata(row),
                        row.getInt("answered")))
                .optional();
    }

    /** Adds a row to the record; false, and nothing is added, if there is one with this id or of this revision. */
    private boolean insert(
            Participant participant, int position, NewAnnotation answer, int revision, int answered, Instant now) {
        Paradata paradata = answer.paradata();
        return jdbc.sql("""
                        insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                            response_time_millis, expression_time_millis, valence_time_millis, arousal_time_millis,
                            hidden_time_millis, changes, input_device, viewport_width, viewport_height, dimmed,
                            answered, recorded_at, set_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(
                                answer.id(),
                                participant.id(),
                                position,
                                revision,
                                answer.rating().expression().code(),
                                answer.rating().valence().value(),
                                answer.rating().arousal().value(),
                                paradata.responseTimeMillis(),
                                paradata.expressionTimeMillis(),
                                paradata.valenceTimeMillis(),
                                paradata.arousalTimeMillis(),
                                paradata.hiddenTimeMillis(),
                                paradata.changes(),
                                paradata.inputDevice(),
                                paradata.viewportWidth(),
                                paradata.viewportHeight(),
                                paradata.dimmed(),
                                answered,
                                now.atOffset(ZoneOffset.UTC),
                                participant.setId())
                        .update()
                == 1;
    }

    /** Returns how far a participant was when their row was read. */
    Standing standing(Participant participant) {
        return new Standing(participant.answered(), participant.trials());
    }

    @EventListener
    void erase(ParticipantWithdrew withdrew) {
        ratings.erase(withdrew.participantId());
        jdbc.sql("delete from annotation where participant_id = ?")
                .param(withdrew.participantId())
                .update();
    }

    static @Nullable Rating rating(ResultSet row) throws SQLException {
        Object expression = row.getObject("expression");
        Object valence = row.getObject("valence");
        Object arousal = row.getObject("arousal");
        return expression == null || valence == null || arousal == null
                ? null
                : new Rating(
                        Expression.all().get(row.getInt("expression")),
                        new Step(row.getInt("valence")),
                        new Step(row.getInt("arousal")));
    }

    static Paradata paradata(ResultSet row) throws SQLException {
        return new Paradata(
                row.getObject("response_time_millis", Long.class),
                row.getObject("expression_time_millis", Long.class),
                row.getObject("valence_time_millis", Long.class),
                row.getObject("arousal_time_millis", Long.class),
                row.getObject("hidden_time_millis", Long.class),
                row.getObject("changes", Integer.class),
                row.getString("input_device"),
                row.getObject("viewport_width", Integer.class),
                row.getObject("viewport_height", Integer.class),
                row.getObject("dimmed", Boolean.class));
    }

    /** How far a participant is. */
    record Standing(int answered, int total) {}

    private record Recorded(
            long participantId,
            int position,
            int revision,
            @Nullable Rating rating,
            Paradata paradata,
            int answered) {}
}
