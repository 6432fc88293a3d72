package org.c25.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.affect.Expression;
import org.c25.common.ByLanguage;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Labels in further languages as an experimenter types them: a line with nothing but the language, such as {@code [ja]},
 * then three lines with bars between the words. They are the eight expressions in the order of their codes; title, least,
 * middle and greatest of valence; and the same of arousal. A word may be empty in the middle of a scale.
 */
public final class LabelLines {

    private static final int SCALES = Expression.all().size();
    private static final int AROUSAL = SCALES + TranslatedLabels.Scale.WORDS;

    private LabelLines() {}

    /**
     * Reads labels from lines.
     *
     * @throws Problem naming the field and, for each language, what is wrong
     */
    public static List<TranslatedLabels> read(String field, @Nullable String lines) {
        List<TranslatedLabels> all = new ArrayList<>();
        Faults faults = new Faults();
        for (ByLanguage.Part part : ByLanguage.read(lines == null ? "" : lines).parts()) {
            if (!part.isBlank()) {
                faults.readIfAny(() -> all.add(labels(field, part)), null);
            }
        }
        faults.refuseIfAny();
        return all;
    }

    private static TranslatedLabels labels(String field, ByLanguage.Part part) {
        if (part.language().isEmpty()) {
            throw Problem.invalid(field, "begin with a line that names a language, such as [ja]");
        }
        List<List<String>> lines = part.text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(Escapes::cells)
                .toList();
        if (!lines.stream().map(List::size).toList().equals(List.of(SCALES, 4, 4))) {
            throw Problem.invalid(
                    field,
                    "[" + part.language() + "] has three lines with | between the words: eight expressions, then four"
                            + " words of valence and four of arousal");
        }
        return TranslatedLabels.of(
                part.language(), lines.stream().flatMap(List::stream).toList());
    }

    /** Returns labels as they would be typed. */
    public static String write(List<TranslatedLabels> all) {
        return all.stream().map(LabelLines::lines).collect(Collectors.joining("\n\n"));
    }

    private static String lines(TranslatedLabels labels) {
        List<String> words = labels.words();
        return "[" + labels.language() + "]\n" + line(words.subList(0, SCALES)) + "\n"
                + line(words.subList(SCALES, AROUSAL)) + "\n" + line(words.subList(AROUSAL, words.size()));
    }

    private static String line(List<String> words) {
        return words.stream().map(Escapes::protect).collect(Collectors.joining(" | "));
    }

    /** Returns the words that come with C25 in a language, as they would be typed. */
    public static String ofC25(String language) {
        return lines(LabelWords.translation(language));
    }

    /** Returns what was typed, with the words that come with C25 below it, unless the language is there. */
    public static String withC25(@Nullable String lines, String language) {
        String typed = lines == null ? "" : lines.strip();
        boolean there = ByLanguage.read(typed).parts().stream()
                .anyMatch(part -> part.language().equals(language));
        return there ? typed : (typed + "\n\n" + ofC25(language)).strip();
    }
}
