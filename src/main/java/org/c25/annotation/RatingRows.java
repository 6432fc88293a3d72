package org.c25.annotation;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.c25.common.ManyRows;
import org.c25.participation.Participant;
import org.c25.participation.Trial;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * Keeps the ratings, the answers that count: the latest revision for each trial with an answer, with the times of the
 * first and of the latest answer. All code that changes the record changes these rows in the same transaction. The
 * package {@code ratings} reads them.
 */
@Component
class RatingRows {

    static final String COLUMNS = """
            participant_id, position, set_id, item_id, repeat_of, expression, valence, arousal,
            first_response_time_millis, last_response_time_millis, revisions, first_at, last_at""";

    private final JdbcClient jdbc;
    private final ManyRows rows;

    RatingRows(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Returns how many answers a trial has. */
    int revisions(Participant participant, int position) {
        return jdbc.sql("select revisions from rating where participant_id = ? and position = ?")
                .params(participant.id(), position)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Stores the first answer to a trial. */
    void first(Participant participant, Trial trial, NewAnnotation answer, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        Long millis = answer.paradata().responseTimeMillis();
        int rows = jdbc.sql("insert into rating (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)")
                .params(participant.id(), trial.position(), participant.setId(), trial.itemId())
                .param(new SqlParameterValue(Types.INTEGER, trial.repeatOf()))
                .params(
                        answer.rating().expression().code(),
                        answer.rating().valence().value(),
                        answer.rating().arousal().value(),
                        millis,
                        millis,
                        at,
                        at)
                .update();
        Assert.state(rows == 1, "an answer that does not count");
    }

    /** Stores the answers of somebody whose answers were imported, each of them the first and the latest to its trial. */
    void imported(Participant participant, List<Long> itemIds, List<ImportedAnswer> answers, OffsetDateTime now) {
        rows.insert("insert into rating (" + COLUMNS + ")", sink -> {
            for (ImportedAnswer answer : answers) {
                sink.row(
                        participant.id(),
                        answer.position(),
                        participant.setId(),
                        itemIds.get(answer.position()),
                        null,
                        answer.expressionCode(),
                        answer.valenceStep(),
                        answer.arousalStep(),
                        null,
                        null,
                        1,
                        now,
                        now);
            }
        });
    }

    /** Stores a later answer to a trial in place of the one before. */
    void revised(Participant participant, int position, NewAnnotation answer, int revision, Instant now) {
        int rows = jdbc.sql("""
                        update rating set expression = ?, valence = ?, arousal = ?, last_response_time_millis = ?, revisions = ?,
                            last_at = ?
                        where participant_id = ? and position = ? and revisions = ?""")
                .params(
                        answer.rating().expression().code(),
                        answer.rating().valence().value(),
                        answer.rating().arousal().value(),
                        answer.paradata().responseTimeMillis(),
                        revision,
                        now.atOffset(ZoneOffset.UTC),
                        participant.id(),
                        position,
                        revision - 1)
                .update();
        Assert.state(rows == 1, "a revision of nothing");
    }

    void erase(long participantId) {
        jdbc.sql("delete from rating where participant_id = ?")
                .param(participantId)
                .update();
    }
}
