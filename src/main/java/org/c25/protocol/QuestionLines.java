package org.c25.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.common.Fault;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Questions as an experimenter types them, one a line: {@code [glasses] Do you wear glasses? * | yes | no}. Without
 * options, the question is answered in words; a star after the text makes it required. Without a key in brackets, its
 * key is q1, q2 and so on. A backslash before one of {@code \ | * [} makes it an ordinary character.
 *
 * <p>A line with nothing but a language, such as {@code [ko]}, begins the same questions in it: each is told by its key,
 * or else by its place. What stands before the first such line is for everybody else.
 */
public final class QuestionLines {

    private static final Pattern KEY = Pattern.compile("^\\[([A-Za-z][A-Za-z0-9_]{0,39})]\\s*");

    /** A question that stands for a faulty line, until all lines are read. */
    private static final Question UNREADABLE = new Question(null, Question.Kind.AGE, null, null, null);

    private QuestionLines() {}

    /**
     * A line with a question.
     *
     * @param typed the line as it was typed
     * @param place its number among those in its language, from 0
     * @param text the words of the question and its options, without the key
     */
    private record Line(
            LanguageLine typed, int place, @Nullable String key, String text) {

        String language() {
            return typed.language();
        }

        boolean isRequired() {
            return words().get(0).endsWith("*");
        }

        String asked() {
            return Escapes.back(words().get(0).replaceAll("\\s*\\*$", ""));
        }

        List<String> options() {
            return words().stream().skip(1).map(Escapes::back).toList();
        }

        private List<String> words() {
            return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
        }
    }

    /**
     * Reads questions from lines.
     *
     * @throws Problem naming the field and each faulty line
     */
    public static List<Question> read(String field, @Nullable String typed) {
        List<Line> lines = lines(typed);
        Set<String> keys = lines.stream()
                .filter(line -> line.language().isEmpty() && line.key() != null)
                .map(Line::key)
                .collect(Collectors.toSet());
        List<Question> questions = new ArrayList<>();
        Faults faults = new Faults();
        for (Line line : lines) {
            if (line.language().isEmpty()) {
                questions.add(faults.read(() -> told(field, line, () -> question(line, keys)), UNREADABLE));
            } else {
                int at = line.key() == null ? line.place() : placeOf(line.key(), questions);
                faults.readIfAny(() -> told(field, line, () -> translate(questions, at, line)), null);
            }
        }
        faults.refuseIfAny();
        return questions;
    }

    private static List<Line> lines(@Nullable String typed) {
        List<Line> lines = new ArrayList<>();
        int place = 0;
        for (LanguageLine line : LanguageLine.of(typed)) {
            if (line.begins()) {
                place = 0;
            } else {
                String text = Escapes.aside(line.text());
                Matcher key = KEY.matcher(text);
                boolean named = key.find();
                lines.add(new Line(line, place++, named ? key.group(1) : null, key.replaceFirst("")));
            }
        }
        return lines;
    }

    /** Reads a line, and tells the first of its faults at its number. */
    private static <T> T told(String field, Line line, Supplier<T> read) {
        try {
            return read.get();
        } catch (Problem unfit) {
            String message = unfit.faults().get(0).message();
            throw Problem.invalid(List.of(Fault.atLine(field, line.typed().number(), null, message)));
        }
    }

    private static Question question(Line line, Set<String> keys) {
        List<String> options = line.options();
        return new Question(
                line.key() == null ? unused(line.place() + 1, keys) : line.key(),
                options.isEmpty() ? Question.Kind.TEXT : Question.Kind.CHOICE,
                line.asked(),
                options,
                line.isRequired());
    }

    private static String unused(int number, Set<String> keys) {
        int free = number;
        while (!keys.add("q" + free)) {
            free++;
        }
        return "q" + free;
    }

    private static int placeOf(String key, List<Question> questions) {
        return questions.stream().map(Question::key).toList().indexOf(key);
    }

    /** Adds the words of a line to its question, which is there already. */
    private static Question translate(List<Question> questions, int at, Line line) {
        if (at < 0 || at >= questions.size()) {
            throw Problem.invalid(
                    "line", line.typed().mark() + "the question is missing before the first language: " + line.asked());
        }
        Question question = questions.get(at);
        if (question == UNREADABLE) {
            return question;
        }
        TranslatedQuestion words = new TranslatedQuestion(line.language(), line.asked(), line.options());
        return questions.set(
                at,
                question.with(Stream.concat(question.translations().stream(), Stream.of(words))
                        .toList()));
    }

    /**
     * Returns the study's own among these questions, as they would be typed. Each has its key, under which its answers
     * are kept.
     */
    public static String write(List<Question> questions) {
        List<Question> own =
                questions.stream().filter(question -> question.kind().isOwn()).toList();
        StringBuilder lines = new StringBuilder(own.stream()
                .map(question -> line(question.key(), question.in(""), question.required()))
                .collect(Collectors.joining("\n")));
        for (String language : PageLanguages.TAGS) {
            List<String> translated = own.stream()
                    .flatMap(question -> question.translations().stream()
                            .filter(words -> words.language().equals(language))
                            .map(words -> line(question.key(), words, false)))
                    .toList();
            if (!translated.isEmpty()) {
                lines.append("\n[").append(language).append("]\n").append(String.join("\n", translated));
            }
        }
        return lines.toString();
    }

    private static String line(String key, TranslatedQuestion words, boolean required) {
        return "[" + key + "] " + Escapes.protect(words.text()).replaceAll("\\*$", "\\\\*")
                + (required ? " *" : "")
                + words.options().stream()
                        .map(option -> " | " + Escapes.protect(option))
                        .collect(Collectors.joining());
    }
}
