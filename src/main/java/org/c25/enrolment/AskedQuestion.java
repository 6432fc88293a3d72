package org.c25.enrolment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.c25.enrolment.Questionnaires.Part;
import org.c25.studies.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A question as it stands on the page.
 *
 * @param answer what was typed before; empty at first
 */
record AskedQuestion(Question question, List<Questionnaires.Option> options, String answer) {

    /** Puts them on their page. */
    static void ask(Part part, List<Question> questions, Map<String, String> typed, Locale locale, Model model) {
        model.addAttribute("part", part.name().toLowerCase(Locale.ROOT));
        model.addAttribute("action", part == Part.BEFORE ? "questions" : "closing");
        model.addAttribute(
                "questions",
                questions.stream().map(q -> AskedQuestion.of(q, typed, locale)).toList());
    }

    static AskedQuestion of(Question question, Map<String, String> typed, Locale locale) {
        return new AskedQuestion(
                question,
                Questionnaires.options(question, locale),
                typed.getOrDefault(String.valueOf(question.key()), ""));
    }

    /** Its name in the form: apart from the names that the form needs itself. */
    static String field(Question question) {
        return "q-" + question.key();
    }

    public String field() {
        return field(question);
    }

    /** The built-in kind that brings its words along; null for a question of the study's own. */
    public @Nullable String builtIn() {
        return question.kind().isOwn() ? null : question.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Many options stand in a list to open, a few are all in sight. */
    public boolean isLong() {
        return options.size() > 8;
    }
}
