package org.c25.studies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.c25.protocol.Question;
import org.c25.protocol.QuestionLines;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a study's form. What was not touched stays exactly as it is, also where a line can't say it.
 *
 * @param asked for each built-in kind {@code AGE NO}, {@code AGE OPTIONAL} or {@code AGE REQUIRED}
 * @param own the study's own before the trials, as {@link QuestionLines} has them
 * @param closing its own after the last trial
 */
record TypedQuestions(
        @Nullable List<String> asked,
        @Nullable String own,
        @Nullable String closing) {

    /** Returns what the form has of each built-in kind. */
    static List<String> asked(List<Question> questions) {
        return builtIn()
                .map(kind -> questions.stream()
                        .filter(question -> question.kind() == kind)
                        .findFirst()
                        .map(question -> kind + (question.required() ? " REQUIRED" : " OPTIONAL"))
                        .orElse(kind + " NO"))
                .toList();
    }

    private static Stream<Question.Kind> builtIn() {
        return Arrays.stream(Question.Kind.values()).filter(kind -> !kind.isOwn());
    }

    /**
     * Returns the questions before the trials, the built-in ones first; but if nothing was changed, they keep the order
     * that they have.
     */
    List<Question> before(List<Question> base) {
        List<Question> questions = new ArrayList<>(
                asked == null || Set.copyOf(asked).equals(Set.copyOf(asked(base))) ? builtIn(base) : chosen(base));
        questions.addAll(own("ownQuestions", own, base));
        return questions.size() == base.size()
                        && questions.containsAll(base)
                        && own(questions).equals(own(base))
                ? base
                : questions;
    }

    private static List<Question> builtIn(List<Question> questions) {
        return questions.stream().filter(question -> !question.kind().isOwn()).toList();
    }

    private static List<Question> own(List<Question> questions) {
        return questions.stream().filter(question -> question.kind().isOwn()).toList();
    }

    private static List<Question> own(String field, @Nullable String typed, List<Question> base) {
        return typed == null || TypedText.isSame(typed, QuestionLines.write(base))
                ? own(base)
                : QuestionLines.read(field, typed);
    }

    private List<Question> chosen(List<Question> base) {
        List<Question> questions = new ArrayList<>();
        for (String choice : asked == null ? List.<String>of() : asked) {
            for (Question.Kind kind : builtIn().toList()) {
                if (choice.equals(kind + " REQUIRED") || choice.equals(kind + " OPTIONAL")) {
                    boolean required = choice.endsWith("REQUIRED");
                    List<Question> before = base.stream()
                            .filter(question -> question.kind() == kind)
                            .toList();
                    before.forEach(question -> questions.add(new Question(question.key(), kind, null, null, required)));
                    if (before.isEmpty()) {
                        questions.add(new Question(null, kind, null, null, required));
                    }
                }
            }
        }
        return questions;
    }

    /**
     * Returns the closing questions. On the page, they are only the study's own ones; built-in ones, which the API
     * accepts there too, stay.
     */
    List<Question> after(List<Question> base) {
        List<Question> typed = own("closingQuestions", closing, base);
        return typed.equals(own(base))
                ? base
                : Stream.concat(builtIn(base).stream(), typed.stream()).toList();
    }
}
