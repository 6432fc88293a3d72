package org.c25.studies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Questions as an experimenter types them, one a line: {@code Do you wear glasses? * | yes | no}. Without options it is
 * answered in words; a star after the text makes it required. Their keys are q1, q2 and so on.
 */
final class QuestionLines {

    private QuestionLines() {}

    /** @throws Problem naming the field and the line at fault */
    static List<Question> read(String field, @Nullable String lines) {
        List<Question> questions = new ArrayList<>();
        String[] all = lines == null ? new String[0] : lines.split("\\R");
        for (int i = 0; i < all.length; i++) {
            if (!all[i].isBlank()) {
                questions.add(question(field, i + 1, all[i], "q" + (questions.size() + 1)));
            }
        }
        return questions;
    }

    private static Question question(String field, int line, String typed, String key) {
        List<String> parts =
                Arrays.stream(typed.split("\\|", -1)).map(String::strip).toList();
        boolean required = parts.get(0).endsWith("*");
        String text = parts.get(0).replaceAll("\\s*\\*$", "");
        List<String> options = parts.subList(1, parts.size());
        try {
            return new Question(
                    key, options.isEmpty() ? Question.Kind.TEXT : Question.Kind.CHOICE, text, options, required);
        } catch (Problem unfit) {
            throw Problem.invalid(
                    field, "line " + line + ": " + unfit.faults().get(0).message());
        }
    }

    /** The study's own among these questions, as they would be typed. */
    static String write(List<Question> questions) {
        return questions.stream()
                .filter(question -> question.kind().isOwn())
                .map(question -> question.text()
                        + (question.required() ? " *" : "")
                        + question.options().stream()
                                .map(option -> " | " + option)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
