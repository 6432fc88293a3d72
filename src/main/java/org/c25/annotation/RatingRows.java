package org.c25.annotation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.c25.participation.Participant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * Keeps the answers that count: of each trial with an answer its latest revision, with the times of the first and of the
 * latest. Whatever changes the record changes these rows in the same transaction. Package {@code ratings} reads them.
 */
@Component
class RatingRows {

    /** What the rows have to be, by the record. */
    static final String BY_THE_RECORD = """
            select t.participant_id, t.position, p.set_id, t.item_id, t.repeat_of,
                latest.expression, latest.valence, latest.arousal,
                earliest.response_time_millis as first_response_time_millis,
                latest.response_time_millis as last_response_time_millis,
                latest.revision as revisions, earliest.recorded_at as first_at, latest.recorded_at as last_at
            from annotation latest
            join annotation earliest on earliest.participant_id = latest.participant_id
                and earliest.position = latest.position and earliest.revision = 1
            join trial t on t.participant_id = latest.participant_id and t.position = latest.position
            join participant p on p.id = latest.participant_id
            where not exists (
                select 1 from annotation later
                where later.participant_id = latest.participant_id and later.position = latest.position
                    and later.revision > latest.revision)""";

    static final String COLUMNS = """
            participant_id, position, set_id, item_id, repeat_of, expression, valence, arousal,
            first_response_time_millis, last_response_time_millis, revisions, first_at, last_at""";

    private final JdbcClient jdbc;

    RatingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many answers a trial has. */
    int revisions(Participant participant, int position) {
        return jdbc.sql("select revisions from rating where participant_id = ? and position = ?")
                .params(participant.id(), position)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** The first answer to a trial. */
    void first(Participant participant, int position, NewAnnotation answer, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        Long millis = answer.paradata().responseTimeMillis();
        int rows = jdbc.sql("insert into rating (" + COLUMNS + ")"
                        + " select participant_id, position, ?, item_id, repeat_of, ?, ?, ?, ?, ?, 1, ?, ? from trial"
                        + " where participant_id = ? and position = ?")
                .params(
                        participant.setId(),
                        answer.rating().expression().code(),
                        answer.rating().valence().value(),
                        answer.rating().arousal().value(),
                        millis,
                        millis,
                        at,
                        at,
                        participant.id(),
                        position)
                .update();
        Assert.state(rows == 1, "an answer to no trial");
    }

    /** A later answer to a trial. */
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

    /** All of somebody whose answers came from a file. */
    void imported(Participant participant) {
        jdbc.sql("insert into rating (" + COLUMNS + ") " + BY_THE_RECORD + " and latest.participant_id = ?")
                .param(participant.id())
                .update();
    }

    void erase(long participantId) {
        jdbc.sql("delete from rating where participant_id = ?")
                .param(participantId)
                .update();
    }
}
