package org.c25.annotation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.c25.affect.Expression;
import org.c25.affect.Rating;
import org.c25.affect.Step;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.AnswerCounts;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Participants;
import org.c25.participation.SignsOfLife;
import org.c25.participation.Trial;
import org.c25.participation.Trials;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of the answers. It is only ever added to: a new answer to an answered trial is a revision, and the
 * earlier ones stay. Only somebody who leaves can have theirs erased.
 */
@Service
@Transactional
public class Annotations {

    /** How many answers one trial can have, the first and its revisions together. */
    static final int MOST_REVISIONS = 100;

    /** The columns that {@link #paradata} reads. */
    static final String PARADATA = """
            response_time_millis, expression_time_millis, valence_time_millis, arousal_time_millis,
            hidden_time_millis, changes, input_device, viewport_width, viewport_height, dimmed""";

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Participants participants;
    private final SignsOfLife signsOfLife;
    private final Trials trials;
    private final RatingRows ratings;
    private final RecordCheck recordCheck;
    private final AnswerCounts answerCounts;
    private final Sets sets;
    private final Studies studies;
    private final Clock clock;

    Annotations(
            JdbcClient jdbc,
            JdbcTemplate batch,
            Participants participants,
            SignsOfLife signsOfLife,
            Trials trials,
            RatingRows ratings,
            RecordCheck recordCheck,
            AnswerCounts answerCounts,
            Sets sets,
            Studies studies,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.participants = participants;
        this.signsOfLife = signsOfLife;
        this.trials = trials;
        this.ratings = ratings;
        this.recordCheck = recordCheck;
        this.answerCounts = answerCounts;
        this.sets = sets;
        this.studies = studies;
        this.clock = clock;
    }

    /**
     * Records an answer. It is on disk when the transaction that this opens has ended.
     *
     * @param position of the trial answered
     * @return the reply; for a replay of an answer already recorded, the reply it got then
     * @throws Problem 404 if there is no such trial, 409 if the id is taken by another answer, the trial has been answered
     *     {@value #MOST_REVISIONS} times, it was given in another participation or the person can't answer at present, 429 if they come faster than a person can
     * @throws org.springframework.security.access.AccessDeniedException if the trial has an answer, and the person has
     *     shown a recruiter's link and ID alone
     */
    Acknowledgement record(InvitedPerson invited, int position, NewAnnotation answer) {
        Participant participant = participants.lock(invited, answer.participation());
        Optional<Recorded> before = find(answer.id());
        if (before.isPresent()) {
            signsOfLife.answered(participant);
            return replay(before.get(), participant, position, answer);
        }
        Trial trial = trials.require(participant, position);
        int revision = ratings.revisions(participant, position) + 1;
        if (revision > 1) {
            invited.requireFull();
        }
        if (revision > MOST_REVISIONS) {
            throw new TooManyRevisions(position);
        }
        Instant now = clock.instant();
        Instant pacedUntil = AnswerPace.next(participant.pacedUntil(), now);
        int answered = participant.answered() + (revision == 1 ? 1 : 0);
        try {
            insert(participant, position, answer, revision, answered, now);
        } catch (DuplicateKeyException e) {
            throw new AnswerIdTaken(); // by someone else's answer, at this very moment
        }
        if (revision == 1) {
            ratings.first(participant, trial, answer, now);
        } else {
            ratings.revised(participant, position, answer, revision, now);
        }
        participants.answered(participant, answered, pacedUntil, now);
        if (answered == 1 && revision == 1) {
            freezeStudyOf(participant);
        }
        return new Acknowledgement(position, revision, answered, participant.trials());
    }

    private void freezeStudyOf(Participant participant) {
        studies.freeze(sets.ofInvited(participant.setId()).studyId());
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
        return new Acknowledgement(position, before.revision(), before.answered(), participant.trials());
    }

    private Optional<Recorded> find(UUID id) {
        return jdbc.sql("select participant_id, position, revision, expression, valence, arousal, answered, " + PARADATA
                        + " from annotation where id = ?")
                .param(id.toString())
                .query((row, n) -> new Recorded(
                        row.getLong("participant_id"),
                        row.getInt("position"),
                        row.getInt("revision"),
                        rating(row),
                        paradata(row),
                        row.getInt("answered")))
                .optional();
    }

    private void insert(
            Participant participant, int position, NewAnnotation answer, int revision, int answered, Instant now) {
        Paradata paradata = answer.paradata();
        jdbc.sql("""
                        insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                            response_time_millis, expression_time_millis, valence_time_millis, arousal_time_millis,
                            hidden_time_millis, changes, input_device, viewport_width, viewport_height, dimmed,
                            answered, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        answer.id().toString(),
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
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps who has shown a recruiter's link and ID alone from what was answered before. */
    @Transactional(readOnly = true)
    void refuseAnswered(InvitedPerson invited, Participant participant, int position) {
        if (invited.limited() && ratings.revisions(participant, position) > 0) {
            invited.requireFull();
        }
    }

    /** Those of these trials that have no answer yet. */
    @Transactional(readOnly = true)
    List<Trial> unanswered(Participant participant, List<Trial> trials) {
        if (trials.isEmpty()) {
            return trials;
        }
        Set<Integer> answered = Set.copyOf(jdbc.sql("""
                        select position from rating
                        where participant_id = ? and position between ? and ?""")
                .params(
                        participant.id(),
                        trials.get(0).position(),
                        trials.get(trials.size() - 1).position())
                .query(Integer.class)
                .list());
        return trials.stream()
                .filter(trial -> !answered.contains(trial.position()))
                .toList();
    }

    /** How many trials after this one have an answer. */
    @Transactional(readOnly = true)
    int answeredAfter(Participant participant, int position) {
        return jdbc.sql("select count(*) from rating where participant_id = ? and position > ?")
                .params(participant.id(), position)
                .query(Integer.class)
                .single();
    }

    /** The latest answer to a trial, if there is one. */
    @Transactional(readOnly = true)
    Optional<Rating> latest(Participant participant, int position) {
        return jdbc.sql("""
                        select expression, valence, arousal from rating
                        where participant_id = ? and position = ?""")
                .params(participant.id(), position)
                .query((row, n) -> Optional.ofNullable(rating(row)))
                .optional()
                .flatMap(rating -> rating);
    }

    /** Everything that a participant has answered, in order of trial and revision. */
    @Transactional(readOnly = true)
    List<OwnAnswer> ownAnswers(Participant participant) {
        return jdbc.sql("select id, position, revision, expression, valence, arousal, recorded_at, " + PARADATA
                        + " from annotation where participant_id = ? order by position, revision")
                .param(participant.id())
                .query((row, n) -> new OwnAnswer(
                        UUID.fromString(row.getString("id")),
                        row.getInt("position"),
                        row.getInt("revision"),
                        rating(row),
                        paradata(row),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How far a participant was when their row was read. */
    Standing standing(Participant participant) {
        return new Standing(participant.answered(), participant.trials());
    }

    /**
     * The first trial without an answer. Those whose picture was reported come after all the others.
     *
     * @param after of the reported ones only those after this position are wanted
     */
    @Transactional(readOnly = true)
    Optional<Integer> next(Participant participant, int after) {
        BitSet answered = new BitSet();
        BitSet reported = new BitSet();
        jdbc.sql("""
                        select position, 0 as is_report from rating where participant_id = :participant
                        union all
                        select position, 1 as is_report from picture_report where participant_id = :participant""").param("participant", participant.id()).query(row -> {
            (row.getInt("is_report") == 1 ? reported : answered).set(row.getInt("position"));
        });
        BitSet later = (BitSet) answered.clone();
        later.or(reported);
        int first = later.nextClearBit(0);
        reported.andNot(answered);
        return first < participant.trials()
                ? Optional.of(first)
                : reported.stream().filter(position -> position > after).boxed().findFirst();
    }

    /** What lies around a trial. */
    @Transactional(readOnly = true)
    Around around(Participant participant, int position) {
        return jdbc.sql("""
                        select max(case when position < ? then position end) as back,
                            min(case when position > ? then position end) as until
                        from rating where participant_id = ?""")
                .params(position, position, participant.id())
                .query((row, n) -> {
                    Integer until = row.getObject("until", Integer.class);
                    return new Around(
                            row.getObject("back", Integer.class), until == null ? participant.trials() : until);
                })
                .single();
    }

    private List<Integer> missing(Participant participant) {
        BitSet missing = new BitSet();
        missing.set(0, participant.trials());
        jdbc.sql("select position from rating where participant_id = ?")
                .param(participant.id())
                .query(Integer.class)
                .list()
                .forEach(missing::clear);
        return missing.stream().boxed().toList();
    }

    /**
     * Ends the work of a participant, once every trial is counted.
     *
     * @param counted how many trials the client knows to be answered; null from a page that keeps no count
     * @return the completion code
     * @throws Problem 409 with the positions that lack an answer, if the client counts otherwise, or if the
     *     person's slot was released
     */
    String complete(InvitedPerson invited, @Nullable Integer counted) {
        Participant participant = participants.lock(invited);
        List<Integer> missing = missing(participant);
        if (!missing.isEmpty()) {
            throw Problem.conflict(missing.size() + " of " + participant.trials() + " trials have no answer yet.")
                    .with("missing", missing);
        }
        if (counted != null && counted != participant.trials()) {
            throw Problem.conflict("answered: you count " + counted + " answers, and here are " + participant.trials()
                            + "; send what is left and ask again.")
                    .with("missing", missing);
        }
        return participants.complete(participant);
    }

    /** Records what came from a file, for a participant just enrolled for it. */
    public void recordImported(Participant participant, List<ImportedAnswer> answers) {
        OffsetDateTime now = now();
        int[] answered = {0};
        batch.batchUpdate("""
                insert into annotation (id, participant_id, position, revision, expression, valence, arousal, answered,
                    recorded_at) values (?, ?, ?, 1, ?, ?, ?, ?, ?)""", answers, BATCH, (statement, answer) -> {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setLong(2, participant.id());
            statement.setInt(3, answer.position());
            set(
                    statement,
                    4,
                    answer.expression() == null ? null : answer.expression().code());
            set(statement, 5, answer.valence() == null ? null : answer.valence().value());
            set(statement, 6, answer.arousal() == null ? null : answer.arousal().value());
            statement.setInt(7, ++answered[0]);
            statement.setObject(8, now);
        });
        recordCheck.imported(participant);
        answerCounts.keep(participant.id(), answered[0], answered[0]);
        freezeStudyOf(participant);
    }

    private static void set(PreparedStatement statement, int place, @Nullable Integer value) throws SQLException {
        statement.setObject(place, value, Types.SMALLINT);
    }

    @EventListener
    void erase(ParticipantWithdrew withdrew) {
        ratings.erase(withdrew.participantId());
        jdbc.sql("delete from annotation where participant_id = ?")
                .param(withdrew.participantId())
                .update();
    }

    private static @Nullable Rating rating(ResultSet row) throws SQLException {
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** How far somebody is. */
    record Standing(int answered, int total) {}

    /**
     * The answered trials nearest to one.
     *
     * @param back the last answered one before it; null if there is none
     * @param until the first answered one after it, or the number of trials: so far nobody has to be asked what comes next
     */
    record Around(@Nullable Integer back, int until) {}

    private record Recorded(
            long participantId,
            int position,
            int revision,
            @Nullable Rating rating,
            Paradata paradata,
            int answered) {}
}
