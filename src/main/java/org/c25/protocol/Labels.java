package org.c25.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.c25.common.Problem;

/**
 * The words on the buttons and at the scales. They belong to the study: a person who reads the page in a third language
 * sees the same words, so that all answers of a study are answers to the same labels.
 *
 * @param firstLanguage a BCP 47 tag such as {@code en}
 * @param secondLanguage the tag of the language of the second line on each button; empty for none
 * @param expressions the words of the eight expressions, in the order of the C25 codes
 */
public record Labels(
        String firstLanguage,
        String secondLanguage,
        List<BilingualText> expressions,
        ScaleLabels valence,
        ScaleLabels arousal) {

    /** The two Korean words for contempt that are in use; that of the original tool is the first. */
    public static final List<String> KOREAN_CONTEMPT = List.of(Expression.CONTEMPT.korean(), "경멸");

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
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
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
