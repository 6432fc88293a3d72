package org.c25.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Questions as an experimenter types them, one a line: {@code [glasses] Do you wear glasses? * | yes | no}. Without
 * options, the question is answered in words; a star after the text makes it required. Without a key in brackets, its
 * key is q1, q2 and so on. A backslash before one of {@code \ | * [} makes it an ordinary character.
 */
public final class QuestionLines {

    private static final Pattern KEY = Pattern.compile("^\\[([A-Za-z][A-Za-z0-9_]{0,39})]\\s*");
    private static final String SPECIAL = "\\|*[";

    /** The first of the private-use characters that stand for escaped special characters while a line is parsed. */
    private static final char ASIDE = '\uE000';

    /** A question that stands for a faulty line, until all lines are read. */
    private static final Question UNREADABLE = new Question(null, Question.Kind.AGE, null, null, null);

    private QuestionLines() {}

    /**
     * Reads questions from lines.
     *
     * @throws Problem naming the field and each faulty line
     */
    public static List<Question> read(String field, @Nullable String lines) {
        String[] all = lines == null ? new String[0] : lines.split("\\R");
        Set<String> keys = keys(all);
        List<Question> questions = new ArrayList<>();
        Faults faults = new Faults();
        for (int i = 0; i < all.length; i++) {
            if (!all[i].isBlank()) {
                int line = i + 1;
                String typed = aside(all[i].strip());
                int number = questions.size() + 1;
                questions.add(faults.read(() -> question(field, line, typed, number, keys), UNREADABLE));
            }
        }
        faults.refuseIfAny();
        return questions;
    }

    private static Set<String> keys(String[] lines) {
        return Arrays.stream(lines)
                .map(String::strip)
                .map(KEY::matcher)
                .filter(Matcher::find)
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Question question(String field, int line, String typed, int number, Set<String> keys) {
        Matcher named = KEY.matcher(typed);
        String key = named.find() ? named.group(1) : unused(number, keys);
        List<String> parts = Arrays.stream(named.replaceFirst("").split("\\|", -1))
                .map(String::strip)
                .toList();
        boolean required = parts.get(0).endsWith("*");
        String text = back(parts.get(0).replaceAll("\\s*\\*$", ""));
        List<String> options = parts.stream().skip(1).map(QuestionLines::back).toList();
        try {
            return new Question(
                    key, options.isEmpty() ? Question.Kind.TEXT : Question.Kind.CHOICE, text, options, required);
        } catch (Problem unfit) {
            throw Problem.invalid(
                    field, "line " + line + ": " + unfit.faults().get(0).message());
        }
    }

    private static String unused(int number, Set<String> keys) {
        int free = number;
        while (!keys.add("q" + free)) {
            free++;
        }
        return "q" + free;
    }

    private static String aside(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            int special = line.charAt(i) == '\\' && i + 1 < line.length() ? SPECIAL.indexOf(line.charAt(i + 1)) : -1;
            text.append(special < 0 ? line.charAt(i) : (char) (ASIDE + special));
            i += special < 0 ? 0 : 1;
        }
        return text.toString();
    }

    private static String back(String text) {
        String whole = text;
        for (int i = 0; i < SPECIAL.length(); i++) {
            whole = whole.replace((char) (ASIDE + i), SPECIAL.charAt(i));
        }
        return whole;
    }

    /**
     * Returns the study's own among these questions, as they would be typed. Each has its key, under which its answers
     * are kept.
     */
    public static String write(List<Question> questions) {
        return questions.stream()
                .filter(question -> question.kind().isOwn())
                .map(question -> "[" + question.key() + "] "
                        + protect(String.valueOf(question.text())).replaceAll("\\*$", "\\\\*")
                        + (question.required() ? " *" : "")
                        + question.options().stream()
                                .map(option -> " | " + protect(option))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String protect(String text) {
        return text.replaceAll("\\R", " ").replace("\\", "\\\\").replace("|", "\\|");
    }
}
