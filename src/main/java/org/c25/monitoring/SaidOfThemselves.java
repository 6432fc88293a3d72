package org.c25.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.c25.protocol.Protocol;
import org.c25.protocol.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what participants said of themselves, before and after the trials. */
@Component
class SaidOfThemselves {

    private final JdbcClient jdbc;

    SaidOfThemselves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The answer to a question about the person.
     *
     * @param question the words of the question, or its key if the study does not ask it any more
     */
    record Said(String question, String answer) {}

    /** Returns what a person said, those before the trials first; questions without an answer are left out. */
    List<Said> of(long participantId, Protocol protocol) {
        return jdbc.sql("""
                        select question, answer from questionnaire_answer
                        where participant_id = ? order by part desc, question""")
                .param(participantId)
                .query((row, n) -> said(row.getString("question"), row.getString("answer"), protocol))
                .list();
    }

    private static Said said(String key, String answer, Protocol protocol) {
        Optional<Question> asked = Stream.concat(protocol.questions().stream(), protocol.closingQuestions().stream())
                .filter(question -> question.key().equals(key))
                .findFirst();
        return new Said(
                asked.filter(question -> question.kind().isOwn())
                        .map(Question::text)
                        .orElse(key),
                asked.map(question -> words(question.kind(), answer)).orElse(answer));
    }

    private static String words(Question.Kind kind, String answer) {
        return switch (kind) {
            case COUNTRY -> new Locale.Builder().setRegion(answer).build().getDisplayCountry(Locale.ENGLISH);
            case LANGUAGE -> Locale.forLanguageTag(answer).getDisplayLanguage(Locale.ENGLISH);
            default -> answer;
        };
    }
}
