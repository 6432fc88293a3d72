package org.c25.annotation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.c25.participation.AnswerCounts;
import org.c25.participation.Participant;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records answers that were given elsewhere and come from a file. */
@Service
@Transactional
public class AnswerImport {

    private static final int BATCH = 1000;

    private final JdbcTemplate batch;
    private final RecordCheck recordCheck;
    private final AnswerCounts answerCounts;
    private final Sets sets;
    private final Clock clock;

    AnswerImport(JdbcTemplate batch, RecordCheck recordCheck, AnswerCounts answerCounts, Sets sets, Clock clock) {
        this.batch = batch;
        this.recordCheck = recordCheck;
        this.answerCounts = answerCounts;
        this.sets = sets;
        this.clock = clock;
    }

    /** Records the answers of a file, for a participant who has just been enrolled for it. */
    public void record(Participant participant, List<ImportedAnswer> answers) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
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
        sets.freezeStudyOf(participant.setId());
    }

    private static void set(PreparedStatement statement, int place, @Nullable Integer value) throws SQLException {
        statement.setObject(place, value, Types.SMALLINT);
    }
}
