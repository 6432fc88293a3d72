package org.c25.questionnaires;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what participants said of themselves. */
@Component
public class PersonalAnswers {

    private final JdbcClient jdbc;

    PersonalAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns these people's answers, by the participant's id and then by the question's key; codes as they are stored. */
    public Map<Long, Map<String, String>> of(Collection<Long> participantIds) {
        Map<Long, Map<String, String>> answers = new HashMap<>();
        if (!participantIds.isEmpty()) {
            jdbc.sql("""
                            select participant_id, question, answer from questionnaire_answer
                            where participant_id in (:participants)""").param("participants", participantIds).query(row -> {
                answers.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getString(2), row.getString(3));
            });
        }
        return answers;
    }
}
