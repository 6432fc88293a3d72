package org.c25.annotation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.c25.common.ManyRows;
import org.c25.participation.AnswerCounts;
import org.c25.participation.Participant;
import org.c25.sets.Sets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records answers that were given elsewhere and come from a file. */
@Service
@Transactional
public class AnswerImport {

    private final ManyRows rows;
    private final RatingRows ratings;
    private final AnswerCounts answerCounts;
    private final Sets sets;
    private final Clock clock;

    AnswerImport(ManyRows rows, RatingRows ratings, AnswerCounts answerCounts, Sets sets, Clock clock) {
        this.rows = rows;
        this.ratings = ratings;
        this.answerCounts = answerCounts;
        this.sets = sets;
        this.clock = clock;
    }

    /**
     * Records the answers of a file, for a participant who has just been enrolled for it.
     *
     * @param itemIds the items of the set by position, which are also the positions of the participant's trials
     */
    public void record(Participant participant, List<Long> itemIds, List<ImportedAnswer> answers) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        rows.insert("""
                insert into annotation (id, participant_id, position, revision, expression, valence, arousal, answered,
                    recorded_at, set_id)""", sink -> {
            int answered = 0;
            for (ImportedAnswer answer : answers) {
                sink.row(
                        UUID.randomUUID(),
                        participant.id(),
                        answer.position(),
                        1,
                        answer.expressionCode(),
                        answer.valenceStep(),
                        answer.arousalStep(),
                        ++answered,
                        now,
                        participant.setId());
            }
        });
        ratings.imported(participant, itemIds, answers, now);
        answerCounts.keep(participant.id(), answers.size(), answers.size());
        sets.freezeStudyOf(participant.setId());
    }
}
