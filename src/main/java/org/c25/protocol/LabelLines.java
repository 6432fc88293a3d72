package org.c25.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.affect.Expression;
import org.c25.common.ByLanguage;
import org.c25.common.Fault;
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
    private static final List<String> LINES =
            List.of("the eight expressions", "title, 1, 5 and 9 of valence", "title, 1, 5 and 9 of arousal");
    private static final List<Integer> WORDS =
            List.of(SCALES, TranslatedLabels.Scale.WORDS, TranslatedLabels.Scale.WORDS);

    private LabelLines() {}

    /**
     * Reads labels from lines.
     *
     * @throws Problem naming the field and, for each language, the line and what is wrong
     */
    public static List<TranslatedLabels> read(String field, @Nullable String typed) {
        List<TranslatedLabels> all = new ArrayList<>();
        Faults faults = new Faults();
        for (List<LanguageLine> part : parts(LanguageLine.of(typed))) {
            faults.readIfAny(() -> all.add(labels(field, part)), null);
        }
        faults.refuseIfAny();
        return all;
    }

    /** Returns the lines in groups, of which each but perhaps the first begins with its language. */
    private static List<List<LanguageLine>> parts(List<LanguageLine> lines) {
        List<List<LanguageLine>> parts = new ArrayList<>();
        for (LanguageLine line : lines) {
            if (line.begins() || parts.isEmpty()) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(line);
        }
        return parts;
    }

    private static TranslatedLabels labels(String field, List<LanguageLine> part) {
        LanguageLine head = part.get(0);
        if (!head.begins()) {
            throw unfit(field, head, "needs a line above it that names its language, such as [ja]");
        }
        List<LanguageLine> lines = part.subList(1, part.size());
        if (lines.size() != LINES.size()) {
            throw unfit(field, head, "needs three lines: " + String.join("; ", LINES));
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = Escapes.cells(lines.get(i).text());
            if (cells.size() != WORDS.get(i)) {
                throw unfit(
                        field,
                        lines.get(i),
                        "needs " + LINES.get(i) + ", with | between them: " + WORDS.get(i) + " words, and not "
                                + cells.size());
            }
            words.addAll(cells);
        }
        try {
            return TranslatedLabels.of(head.language(), words);
        } catch (Problem problem) {
            throw problem.retold(fault -> Fault.atLine(field, head.number(), null, asOnThePage(fault.message())));
        }
    }

    /** The page names the words of a scale by the steps at which they stand. */
    private static String asOnThePage(String message) {
        return message.replaceFirst("(valence|arousal)\\.title", "title of $1")
                .replaceFirst("(valence|arousal)\\.least", "1 of $1")
                .replaceFirst("(valence|arousal)\\.middle", "5 of $1")
                .replaceFirst("(valence|arousal)\\.greatest", "9 of $1");
    }

    private static Problem unfit(String field, LanguageLine line, String message) {
        return Problem.invalid(List.of(Fault.atLine(field, line.number(), null, line.mark() + message)));
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
