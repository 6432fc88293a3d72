package org.c25.annotation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.Participants;
import org.c25.participation.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Records the usual answer, the first to a trial, on PostgreSQL in a single statement, which is a transaction of its
 * own: one way to the database and back, and one flush of its disk. It records nothing of any other answer, and leaves
 * it to {@link Annotations}: a person's first, a revision, a replay, one that comes too fast or after a withdrawal.
 *
 * <p>It needs to know of somebody which participant they are, and has that from their last answer on this node. That is
 * only a hint: the statement itself asks whether it still holds.
 */
@Component
class UsualAnswers {

    private static final int MOST_KNOWN = 10_000;

    /**
     * Its last line divides by zero, and so undoes all, where the record has the answer, and the ratings or the count
     * have not.
     */
    private static final String STATEMENT = "with " + Participants.PERSON + ", " + Trials.SHOWN + """
            , recorded as (
                insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                    response_time_millis, expression_time_millis, valence_time_millis, arousal_time_millis,
                    hidden_time_millis, changes, input_device, viewport_width, viewport_height, dimmed,
                    answered, recorded_at, set_id)
                select ?, shown.id, shown.position, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, shown.answered + 1, ?, shown.set_id
                from shown
                on conflict do nothing
                returning expression, valence, arousal, response_time_millis, recorded_at
            ), rated as (
                insert into rating (\
            """
            + RatingRows.COLUMNS + """
            )
                select shown.id, shown.position, shown.set_id, shown.item_id, shown.repeat_of,
                    expression, valence, arousal, response_time_millis, response_time_millis, 1, recorded_at, recorded_at
                from shown cross join recorded
                returning 1 as one
            ), \
            """ + Participants.COUNTED + """
            select counted.answered, counted.trials, 1 / case when rated.one is null or counted.answered is null then 0 else 1 end
            from recorded left join rated on true left join counted on true""";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final boolean onPostgreSql;
    private final Cache<Long, Known> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

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
        if (person == null || !person.wasIn(answer.participation())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Objects.requireNonNull(jdbc.query(
                STATEMENT,
                statement -> fill(statement, invited, person, position, answer, now),
                row -> row.next()
                        ? Optional.of(new Acknowledgement(position, 1, row.getInt(1), row.getInt(2)))
                        : Optional.empty()));
    }

    private static void fill(
            PreparedStatement statement,
            InvitedPerson invited,
            Known person,
            int position,
            NewAnnotation answer,
            Instant now)
            throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        Parameters parameters = new Parameters(statement)
                .add(person.id(), Types.BIGINT)
                .add(invited.invitationId(), Types.BIGINT)
                .add(at, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(AnswerPace.latest(now).atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .add(position, Types.INTEGER);
        Paradata paradata = answer.paradata();
        parameters
                .add(answer.id(), Types.OTHER)
                .add(answer.rating().expression().code(), Types.INTEGER)
                .add(answer.rating().valence().value(), Types.INTEGER)
                .add(answer.rating().arousal().value(), Types.INTEGER)
                .add(paradata.responseTimeMillis(), Types.BIGINT)
                .add(paradata.expressionTimeMillis(), Types.BIGINT)
                .add(paradata.valenceTimeMillis(), Types.BIGINT)
                .add(paradata.arousalTimeMillis(), Types.BIGINT)
                .add(paradata.hiddenTimeMillis(), Types.BIGINT)
                .add(paradata.changes(), Types.INTEGER)
                .add(paradata.inputDevice(), Types.VARCHAR)
                .add(paradata.viewportWidth(), Types.INTEGER)
                .add(paradata.viewportHeight(), Types.INTEGER)
                .add(paradata.dimmed(), Types.BOOLEAN)
                .add(at, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(at, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(AnswerPace.EACH.toMillis(), Types.BIGINT)
                .add(at, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(person.id(), Types.BIGINT);
    }

    private record Known(long id, String participation) {

        boolean wasIn(@Nullable String said) {
            return said == null || said.equals(participation);
        }
    }

    /** Fills in one parameter after the other. With its type the driver need not ask the database what a null is. */
    private static final class Parameters {

        private final PreparedStatement statement;
        private int index;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        Parameters add(@Nullable Object value, int type) throws SQLException {
            statement.setObject(++index, value, type);
            return this;
        }
    }
}
