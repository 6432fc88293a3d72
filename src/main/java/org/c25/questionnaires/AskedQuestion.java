package org.c25.questionnaires;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.c25.protocol.Question;
import org.c25.protocol.TranslatedQuestion;
import org.c25.questionnaires.Questionnaires.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A question as the page shows it.
 *
 * @param words its words in the reader's language, or those for everybody; a built-in kind has its own
 * @param answer what was typed before; empty at first
 */
public record AskedQuestion(
        Question question, TranslatedQuestion words, List<Questionnaires.Option> options, String answer) {

    /**
     * Puts the questions of a part onto its page.
     *
     * @param typed the answers that were typed before, by the questions' keys; empty at first
     */
    public static void addTo(
            Model model, Part part, List<Question> questions, Map<String, String> typed, Locale locale) {
        model.addAttribute("part", part.name().toLowerCase(Locale.ROOT));
        model.addAttribute("action", part == Part.BEFORE ? "questions" : "closing");
        model.addAttribute(
                "questions",
                questions.stream().map(q -> AskedQuestion.of(q, typed, locale)).toList());
    }

    private static AskedQuestion of(Question question, Map<String, String> typed, Locale locale) {
        return new AskedQuestion(
                question,
                question.in(locale.getLanguage()),
                Questionnaires.options(question, locale),
                typed.getOrDefault(String.valueOf(question.key()), ""));
    }

    /** Returns the question's name in the form, which differs from the names that the form needs itself. */
    public static String field(Question question) {
        return "q-" + question.key();
    }

    public String field() {
        return field(question);
    }

    /**
     * Returns the name of the built-in kind, which has its words among the messages; null for a question of the study's
     * own.
     */
    public @Nullable String builtIn() {
        return question.kind().isOwn() ? null : question.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the language of its words, if the study says it; else null, also for a built-in kind. */
    public @Nullable String language() {
        return words.language().isEmpty() ? null : words.language();
    }

    /** Whether there are so many options that the page shows them as a list to open; a few are all visible at once. */
    public boolean isLong() {
        return options.size() > 8;
    }
}
