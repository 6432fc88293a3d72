package org.c25.annotation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.c25.common.Batcher;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.Participants;
import org.c25.participation.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Records the usual answer, the first to a trial, on PostgreSQL in a single statement, which is a transaction of its
 * own: one way to the database and back, and one flush of its disk. The answers of several people that come at the same
 * time share the statement. It records nothing of any other answer, and leaves it to {@link Annotations}: a person's
 * first, a revision, a replay, one that comes too fast, after a withdrawal, or while another transaction has the
 * person's row.
 *
 * <p>It needs to know of somebody which participant they are, and has that from their last answer on this node. That is
 * only a hint: the statement itself asks whether it still holds.
 */
@Component
class UsualAnswers {

    private static final int MOST_KNOWN = 10_000;
    private static final int MOST_IN_A_STATEMENT = 64;
    private static final int STATEMENTS_AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * What is given comes as an array for each column. The planner does not see how long they are, so that it keeps one
     * plan for all. The last line divides by zero, and so undoes all, where the record has an answer, and the ratings or
     * the count have not.
     */
    private static final String STATEMENT = """
            with arrays as materialized (
                select ?::bigint[] as participants, ?::bigint[] as invitations, ?::int[] as positions, ?::uuid[] as ids,
                    ?::smallint[] as expressions, ?::smallint[] as valences, ?::smallint[] as arousals,
                    ?::bigint[] as response_times, ?::bigint[] as expression_times, ?::bigint[] as valence_times,
                    ?::bigint[] as arousal_times, ?::bigint[] as hidden_times, ?::int[] as changes, ?::text[] as devices,
                    ?::int[] as widths, ?::int[] as heights, ?::boolean[] as dimmed
            ), given as (
                select one.* from arrays a, unnest(a.participants, a.invitations, a.positions, a.ids, a.expressions, a.valences,
                    a.arousals, a.response_times, a.expression_times, a.valence_times, a.arousal_times, a.hidden_times, a.changes,
                    a.devices, a.widths, a.heights, a.dimmed)
                    as one (participant_id, invitation_id, position, id, expression, valence, arousal, response_time_millis,
                        expression_time_millis, valence_time_millis, arousal_time_millis, hidden_time_millis, changes,
                        input_device, viewport_width, viewport_height, dimmed)
            ), \
            """ + Participants.PERSON + ", " + Trials.SHOWN + """
            , recorded as (
                insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                    response_time_millis, expression_time_millis, valence_time_millis, arousal_time_millis,
                    hidden_time_millis, changes, input_device, viewport_width, viewport_height, dimmed,
                    answered, recorded_at, set_id)
                select g.id, shown.id, shown.position, 1, g.expression, g.valence, g.arousal,
                    g.response_time_millis, g.expression_time_millis, g.valence_time_millis, g.arousal_time_millis,
                    g.hidden_time_millis, g.changes, g.input_device, g.viewport_width, g.viewport_height, g.dimmed,
                    shown.answered + 1, ?, shown.set_id
                from shown join given g on g.participant_id = shown.id
                on conflict do nothing
                returning participant_id, expression, valence, arousal, response_time_millis, recorded_at
            ), rated as (
                insert into rating (\
            """ + RatingRows.COLUMNS
            + """
            )
                select shown.id, shown.position, shown.set_id, shown.item_id, shown.repeat_of,
                    expression, valence, arousal, response_time_millis, response_time_millis, 1, recorded_at, recorded_at
                from shown join recorded on recorded.participant_id = shown.id
                returning participant_id
            ), \
            """ + Participants.COUNTED + """

            select recorded.participant_id, counted.answered, counted.trials,
                1 / case when rated.participant_id is null or counted.id is null then 0 else 1 end
            from recorded
            left join rated on rated.participant_id = recorded.participant_id
            left join counted on counted.id = recorded.participant_id""";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final boolean onPostgreSql;
    private final Cache<Long, Known> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    private final Batcher<Long, Given, Acknowledgement> batcher =
            new Batcher<>(MOST_IN_A_STATEMENT, STATEMENTS_AT_ONCE, PATIENCE, this::record);

    UsualAnswers(JdbcTemplate jdbc, JdbcConnectionDetails database, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.onPostgreSql = database.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    /** Remembers which participant somebody is, whose answer has just been recorded. */
    void remember(InvitedPerson invited, Participant participant) {
        known.put(invited.invitationId(), new Known(participant.id(), participant.participation()));
    }

    /** Records an answer; returns empty, and has recorded nothing, if it is not a usual one. */
    Optional<Acknowledgement> record(InvitedPerson invited, int position, NewAnnotation answer) {
        Known person = onPostgreSql ? known.getIfPresent(invited.invitationId()) : null;
        return person == null || !person.wasIn(answer.participation())
                ? Optional.empty()
                : batcher.perform(person.id(), new Given(invited.invitationId(), person.id(), position, answer));
    }

    private Map<Long, Acknowledgement> record(Map<Long, Given> answers) {
        Instant now = clock.instant();
        try {
            return Objects.requireNonNull(jdbc.query(
                    STATEMENT,
                    statement -> fill(statement, answers.values(), now),
                    (ResultSet row) -> acknowledgements(row, answers)));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            // Nothing is recorded. By itself, each answer is, or hears what is wrong with it.
            return Map.of();
        }
    }

    private static Map<Long, Acknowledgement> acknowledgements(ResultSet row, Map<Long, Given> answers)
            throws SQLException {
        Map<Long, Acknowledgement> all = new HashMap<>();
        while (row.next()) {
            long participant = row.getLong(1);
            int position = Objects.requireNonNull(answers.get(participant)).position();
            all.put(participant, new Acknowledgement(position, 1, row.getInt(2), row.getInt(3)));
        }
        return all;
    }

    private static void fill(PreparedStatement statement, Collection<Given> answers, Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        new Parameters(statement, answers)
                .addAll("int8", Given::participantId)
                .addAll("int8", Given::invitationId)
                .addAll("int4", Given::position)
                .addAll("uuid", given -> given.answer().id())
                .addAll("int2", given ->
                        (short) given.answer().rating().expression().code())
                .addAll("int2", given ->
                        (short) given.answer().rating().valence().value())
                .addAll("int2", given ->
                        (short) given.answer().rating().arousal().value())
                .addAll("int8", given -> given.paradata().responseTimeMillis())
                .addAll("int8", given -> given.paradata().expressionTimeMillis())
                .addAll("int8", given -> given.paradata().valenceTimeMillis())
                .addAll("int8", given -> given.paradata().arousalTimeMillis())
                .addAll("int8", given -> given.paradata().hiddenTimeMillis())
                .addAll("int4", given -> given.paradata().changes())
                .addAll("text", given -> given.paradata().inputDevice())
                .addAll("int4", given -> given.paradata().viewportWidth())
                .addAll("int4", given -> given.paradata().viewportHeight())
                .addAll("bool", given -> given.paradata().dimmed())
                .add(at, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(AnswerPace.latest(now).atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .add(at, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(at, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(AnswerPace.EACH.toMillis(), Types.BIGINT)
                .add(at, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private record Known(long id, String participation) {

        boolean wasIn(@Nullable String said) {
            return said == null || said.equals(participation);
        }
    }

    private record Given(long invitationId, long participantId, int position, NewAnnotation answer) {

        Paradata paradata() {
            return answer.paradata();
        }
    }

    /** Fills in one parameter after the other. With its type the driver need not ask the database what a null is. */
    private static final class Parameters {

        private final PreparedStatement statement;
        private final Collection<Given> answers;
        private int index;

        Parameters(PreparedStatement statement, Collection<Given> answers) {
            this.statement = statement;
            this.answers = answers;
        }

        Parameters addAll(String type, Function<Given, @Nullable Object> value) throws SQLException {
            statement.setArray(
                    ++index,
                    statement
                            .getConnection()
                            .createArrayOf(type, answers.stream().map(value).toArray()));
            return this;
        }

        Parameters add(Object value, int type) throws SQLException {
            statement.setObject(++index, value, type);
            return this;
        }
    }
}
