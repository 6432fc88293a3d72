package org.c25.participation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the counts of a participant's answers into their row, after a caller has counted the answers again. */
@Component
public class AnswerCounts {

    private final JdbcClient jdbc;

    public AnswerCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes the counts of a participant.
     *
     * @param answered how many trials have an answer
     * @param annotations how many answers there are, revisions included
     */
    public void keep(long participantId, int answered, int annotations) {
        jdbc.sql("update participant set answered = ?, annotations = ? where id = ?")
                .params(answered, annotations, participantId)
                .update();
    }
}
