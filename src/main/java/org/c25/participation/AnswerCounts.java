package org.c25.participation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much somebody has answered, as it stands in their own row, for whoever has counted it anew. */
@Component
public class AnswerCounts {

    private final JdbcClient jdbc;

    public AnswerCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param answered how many trials have an answer
     * @param annotations how many answers there are, revisions counted
     */
    public void keep(long participantId, int answered, int annotations) {
        jdbc.sql("update participant set answered = ?, annotations = ? where id = ?")
                .params(answered, annotations, participantId)
                .update();
    }
}
