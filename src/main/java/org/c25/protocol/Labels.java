package org.c25.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.c25.common.Problem;

/**
 * The words on the buttons and at the scales. They belong to the study. Whoever reads the pages in a language that has a
 * translation sees that alone; everybody else sees the first and second language.
 *
 * @param firstLanguage a BCP 47 tag such as {@code en}
 * @param secondLanguage the tag of the language of the second line on each button; empty for none
 * @param expressions the words of the eight expressions, in the order of the C25 codes
 * @param translations the labels in further languages, in the order of {@link PageLanguages#TAGS}; none by default
 */
public record Labels(
        String firstLanguage,
        String secondLanguage,
        List<BilingualText> expressions,
        ScaleLabels valence,
        ScaleLabels arousal,

        @Schema(
                description = "Labels in further languages: whoever reads the pages in one of them (en, ko, ja, zh, es,"
                        + " de, fr, ar) sees its words alone; everybody else sees the first and second language. Left"
                        + " out for none")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<TranslatedLabels> translations) {

    private static final int MOST_CHARACTERS = 40;
    private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}";

    /** The labels of the original tool. */
    public static final Labels C25 = new Labels(
            "en",
            "ko",
            Expression.all().stream()
                    .map(e -> new BilingualText(e.english(), e.korean()))
                    .toList(),
            new ScaleLabels(
                    new BilingualText("Valence", "정서"),
                    new BilingualText("Negative", "부정"),
                    new BilingualText("Neutral", "중립"),
                    new BilingualText("Positive", "긍정")),
            new ScaleLabels(
                    new BilingualText("Arousal", "각성"),
                    new BilingualText("Calm", "평온"),
                    BilingualText.NONE,
                    new BilingualText("Excited", "흥분")));

    /** @throws Problem naming every label that is missing or too long */
    public Labels {
        firstLanguage = Objects.requireNonNullElse(firstLanguage, "").strip();
        secondLanguage = Objects.requireNonNullElse(secondLanguage, "").strip();
        expressions = expressions == null ? List.of() : List.copyOf(expressions);
        List<Fault> faults = new ArrayList<>();
        if (!firstLanguage.matches(LANGUAGE)) {
            faults.add(Fault.inField("labels.firstLanguage", "a language tag such as en or pt-BR"));
        }
        if (!secondLanguage.matches("|" + LANGUAGE)) {
            faults.add(Fault.inField("labels.secondLanguage", "a language tag such as ko, or empty"));
        }
        if (expressions.size() != Expression.all().size()) {
            faults.add(Fault.inField("labels.expressions", "are eight, in the order of the C25 codes"));
        } else {
            for (Expression expression : Expression.all()) {
                String field = "labels." + expression.english();
                check(field, expressions.get(expression.code()), !secondLanguage.isEmpty(), faults);
            }
            if (expressions.stream().map(BilingualText::first).distinct().count() < expressions.size()) {
                faults.add(Fault.inField("labels.expressions", "eight different words are needed"));
            }
        }
        check("labels.valence", valence, !secondLanguage.isEmpty(), faults);
        check("labels.arousal", arousal, !secondLanguage.isEmpty(), faults);
        translations = PageLanguages.inOrder("labels.translations", translations, TranslatedLabels::language);
        String first = firstLanguage;
        if (secondLanguage.isEmpty()
                && translations.stream().anyMatch(words -> words.language().equals(first))) {
            faults.add(
                    Fault.inField("labels.translations", "[" + first + "] is the language of the labels themselves"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** Labels without translations. */
    public Labels(
            String firstLanguage,
            String secondLanguage,
            List<BilingualText> expressions,
            ScaleLabels valence,
            ScaleLabels arousal) {
        this(firstLanguage, secondLanguage, expressions, valence, arousal, List.of());
    }

    /**
     * Returns labels of words in the order of the lists of {@link LabelWords}.
     *
     * @throws Problem naming every label that is missing or too long
     */
    public static Labels of(String firstLanguage, String secondLanguage, List<String> first, List<String> second) {
        List<BilingualText> words = IntStream.range(0, LabelWords.COUNT)
                .mapToObj(i -> new BilingualText(first.get(i), second.get(i)))
                .toList();
        int scales = Expression.all().size();
        return new Labels(
                firstLanguage,
                secondLanguage,
                words.subList(0, scales),
                scale(words.subList(scales, scales + 4)),
                scale(words.subList(scales + 4, LabelWords.COUNT)));
    }

    private static ScaleLabels scale(List<BilingualText> words) {
        return new ScaleLabels(words.get(0), words.get(1), words.get(2), words.get(3));
    }

    private static void check(String field, ScaleLabels scale, boolean two, List<Fault> faults) {
        if (scale == null) {
            faults.add(Fault.inField(field, "is missing"));
            return;
        }
        check(field + ".title", scale.title(), two, faults);
        check(field + ".least", scale.least(), two, faults);
        check(field + ".greatest", scale.greatest(), two, faults);
        if (scale.middle() != null && !scale.middle().isEmpty()) {
            check(field + ".middle", scale.middle(), two, faults);
        }
    }

    private static void check(String field, BilingualText words, boolean two, List<Fault> faults) {
        if (words == null || words.first().isEmpty()) {
            faults.add(Fault.inField(field, "is missing"));
        } else if (two && words.second().isEmpty()) {
            faults.add(Fault.inField(field, "is missing in the second language"));
        } else if (words.first().length() > MOST_CHARACTERS || words.second().length() > MOST_CHARACTERS) {
            faults.add(Fault.inField(field, "at most " + MOST_CHARACTERS + " characters"));
        }
    }

    /** Returns the same labels with these translations. */
    public Labels with(List<TranslatedLabels> others) {
        return new Labels(firstLanguage, secondLanguage, expressions, valence, arousal, others);
    }

    /**
     * Returns the labels for somebody who reads the pages in a language: those in it, or else the first and second
     * language.
     *
     * @param language the tag; or what {@link #languages()} says of labels that somebody has seen
     */
    public Labels in(String language) {
        return translations.stream()
                .filter(words -> words.language().equals(language))
                .findFirst()
                .map(TranslatedLabels::labels)
                .orElse(this);
    }

    /** Returns the languages of the words that stand on the page, with a space between them: {@code en ko}. */
    public String languages() {
        return (firstLanguage + " " + secondLanguage).strip();
    }

    /** Returns the English names of the languages of the words that stand on the page. */
    public String languageNames() {
        return PageLanguages.names(List.of(languages().split(" ")));
    }

    public boolean hasSecond() {
        return !secondLanguage.isEmpty();
    }

    public BilingualText of(Expression expression) {
        return expressions.get(expression.code());
    }

    /**
     * Returns the labels of a scale.
     *
     * @throws IllegalArgumentException for the expression, which has a word for each button instead
     */
    public ScaleLabels of(Dimension scale) {
        return switch (scale) {
            case VALENCE -> valence;
            case AROUSAL -> arousal;
            case EXPRESSION -> throw new IllegalArgumentException("not a scale");
        };
    }
}
