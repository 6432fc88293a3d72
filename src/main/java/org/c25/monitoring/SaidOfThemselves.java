package org.c25.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.c25.protocol.PageLanguages;
import org.c25.protocol.Protocol;
import org.c25.protocol.Question;
import org.jspecify.annotations.Nullable;
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
     * @param language the English name of the language in which it was asked; null if the study did not say it, or it is
     *     not known
     */
    record Said(String question, String answer, @Nullable String language) {}

    /** Returns what a person said, those before the trials first; questions without an answer are left out. */
    List<Said> of(long participantId, Protocol protocol) {
        return jdbc.sql("""
                        select question, answer, language from questionnaire_answer
                        where participant_id = ? order by part desc, question""")
                .param(participantId)
                .query((row, n) -> said(
                        row.getString("question"),
                        row.getString("answer"),
                        language(row.getString("language")),
                        protocol))
                .list();
    }

    /**
     * The languages of the words that somebody saw, in English.
     *
     * @param instructions null if the study did not say it, or it is not known
     */
    record SeenWords(String labels, @Nullable String instructions) {}

    /** Returns in which languages a person saw the study's words; null if it is not known. */
    @Nullable
    SeenWords seen(long participantId) {
        return jdbc.sql("select label_languages, instructions_language from participant where id = ?")
                .param(participantId)
                .query((row, n) -> row.getString(1) == null
                        ? Optional.<SeenWords>empty()
                        : Optional.of(new SeenWords(names(row.getString(1)), language(row.getString(2)))))
                .single()
                .orElse(null);
    }

    private static String names(String languages) {
        return PageLanguages.names(List.of(languages.split(" ")));
    }

    private static @Nullable String language(@Nullable String tag) {
        return tag == null || tag.equals("und") ? null : PageLanguages.name(tag);
    }

    private static Said said(String key, String answer, @Nullable String language, Protocol protocol) {
        Optional<Question> asked = Stream.concat(protocol.questions().stream(), protocol.closingQuestions().stream())
                .filter(question -> question.key().equals(key))
                .findFirst();
        return new Said(
                asked.filter(question -> question.kind().isOwn())
                        .map(Question::text)
                        .orElse(key),
                asked.map(question -> words(question.kind(), answer)).orElse(answer),
                language);
    }

    private static String words(Question.Kind kind, String answer) {
        return switch (kind) {
            case COUNTRY -> new Locale.Builder().setRegion(answer).build().getDisplayCountry(Locale.ENGLISH);
            case LANGUAGE -> Locale.forLanguageTag(answer).getDisplayLanguage(Locale.ENGLISH);
            default -> answer;
        };
    }
}
