package org.c25.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A question about the person, before or after the trials.
 *
 * <p>A part that was left out is filled in when the record is made: no part is null afterwards.
 *
 * @param key the name of the answer in the participant's own data: a letter, then up to 39 letters, digits and _; null
 *     to use the name of the kind
 * @param kind how the question is answered; the built-in kinds bring their text and options, in each participant's
 *     language
 * @param text the words of the question, 1 … 500 characters; empty for a built-in kind
 * @param options for {@code CHOICE}: 2 … 50 different ones of 1 … 200 characters; else empty
 * @param required whether the participant must answer
 * @param translations the words in further languages, in the order of {@link PageLanguages#TAGS}, each with as many
 *     options; none for a built-in kind. What is kept of an answer is the option of {@code options}
 */
public record Question(
        @Nullable String key,
        Kind kind,
        @Nullable String text,
        @Nullable List<String> options,
        @Nullable Boolean required,

        @Schema(
                description =
                        "The words in further languages (en, ko, ja, zh, es, de, fr, ar), each with as many options:"
                                + " whoever reads the pages in one of them sees these. The answer that is kept is the option of"
                                + " the question itself. Left out for none")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        List<TranslatedQuestion> translations) {

    /** The ways in which a question is answered. */
    public enum Kind {
        AGE,
        GENDER,
        COUNTRY,
        LANGUAGE,
        CHOICE,
        TEXT;

        /** Whether text and options are the study's own, and not built in. */
        public boolean isOwn() {
            return this == CHOICE || this == TEXT;
        }
    }

    private static final int MOST = 30;
    private static final int MOST_TEXT = 500;

    /** @throws Problem saying what is wrong with which question */
    public Question {
        if (kind == null) {
            throw Problem.invalid("questions.kind", "is AGE, GENDER, COUNTRY, LANGUAGE, CHOICE or TEXT");
        }
        key = key == null || key.isBlank() ? kind.name().toLowerCase(Locale.ROOT) : key.strip();
        text = text == null ? "" : text.strip();
        required = Boolean.TRUE.equals(required);
        options = options == null
                ? List.of()
                : options.stream().map(String::strip).toList();
        String place = "questions." + key;
        if (!key.matches("[A-Za-z][A-Za-z0-9_]{0,39}")) {
            throw Problem.invalid(
                    "questions.key", "a key has up to 40 letters, digits and _, and begins with a letter");
        }
        if (kind.isOwn() == text.isEmpty() || text.length() > MOST_TEXT) {
            throw Problem.invalid(place, kind.isOwn() ? "needs a text of 1 to 500 characters" : "brings its own text");
        }
        if (kind == Kind.CHOICE && (options.size() < 2 || options.size() > 50)
                || kind != Kind.CHOICE && !options.isEmpty()) {
            throw Problem.invalid(place, kind == Kind.CHOICE ? "needs 2 to 50 options" : "takes no options");
        }
        if (!areOptions(options)) {
            throw Problem.invalid(place, "needs different options of 1 to 200 characters each");
        }
        translations = PageLanguages.inOrder(place, translations, TranslatedQuestion::language);
        for (TranslatedQuestion words : translations) {
            check(place, kind, options.size(), words);
        }
    }

    private static boolean areOptions(List<String> options) {
        return new HashSet<>(options).size() == options.size()
                && options.stream().allMatch(option -> !option.isEmpty() && option.length() <= 200);
    }

    private static void check(String place, Kind kind, int options, TranslatedQuestion words) {
        String language = "[" + words.language() + "] ";
        if (!kind.isOwn()) {
            throw Problem.invalid(place, "brings its own words in every language");
        }
        if (words.text().isEmpty() || words.text().length() > MOST_TEXT) {
            throw Problem.invalid(place, language + "needs a text of 1 to 500 characters");
        }
        if (words.options().size() != options || !areOptions(words.options())) {
            throw Problem.invalid(
                    place,
                    language
                            + (options == 0
                                    ? "takes no options, as the question has none"
                                    : "needs " + options + " different options, as many as the question"));
        }
    }

    /** A question in the experimenter's language alone. */
    public Question(
            @Nullable String key,
            Kind kind,
            @Nullable String text,
            @Nullable List<String> options,
            @Nullable Boolean required) {
        this(key, kind, text, options, required, null);
    }

    /** Returns the same question with these translations. */
    public Question with(List<TranslatedQuestion> others) {
        return new Question(key, kind, text, options, required, others);
    }

    /** Returns the words for somebody who reads the pages in a language: those in it, or else those for everybody. */
    public TranslatedQuestion in(String language) {
        return translations().stream()
                .filter(words -> words.language().equals(language))
                .findFirst()
                .orElseGet(() -> new TranslatedQuestion("", text, options));
    }

    @Override
    public String key() {
        return Objects.requireNonNull(key);
    }

    @Override
    public String text() {
        return Objects.requireNonNull(text);
    }

    @Override
    public List<String> options() {
        return Objects.requireNonNull(options);
    }

    @Override
    public Boolean required() {
        return Objects.requireNonNull(required);
    }

    @Override
    public List<TranslatedQuestion> translations() {
        return Objects.requireNonNull(translations);
    }

    /**
     * Returns the questions of a field, or none for null.
     *
     * @throws Problem if there are too many, or two have one key
     */
    static List<Question> checked(String field, @Nullable List<Question> questions) {
        if (questions == null) {
            return List.of();
        }
        Set<String> keys = new HashSet<>();
        for (Question question : questions) {
            if (question == null || !keys.add(question.key())) {
                throw Problem.invalid(
                        field, question == null ? "has an empty entry" : "has " + question.key() + " twice");
            }
        }
        if (questions.size() > MOST) {
            throw Problem.invalid(field, "at most " + MOST + " questions");
        }
        return List.copyOf(questions);
    }
}
