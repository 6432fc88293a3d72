package org.c25.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a study in one more language: whoever reads the pages in it sees these words alone.
 *
 * @param language one of {@link PageLanguages#TAGS}
 * @param expressions the words of the eight expressions, in the order of the C25 codes
 */
public record TranslatedLabels(String language, List<String> expressions, Scale valence, Scale arousal) {

    private static final String FIELD = "labels.translations";

    /** @throws Problem naming every label that is missing or too long */
    public TranslatedLabels {
        language = Objects.requireNonNullElse(language, "").strip();
        PageLanguages.check(FIELD, Stream.of(language));
        expressions = expressions == null
                ? List.of()
                : expressions.stream().map(TranslatedLabels::stripped).toList();
        valence = Objects.requireNonNullElse(valence, Scale.EMPTY);
        arousal = Objects.requireNonNullElse(arousal, Scale.EMPTY);
        labels(language, words(expressions, valence, arousal));
    }

    /** @param words as many as a list of {@link LabelWords} has, in its order */
    static TranslatedLabels of(String language, List<String> words) {
        int scales = Expression.all().size();
        return new TranslatedLabels(
                language,
                words.subList(0, scales),
                Scale.of(words.subList(scales, scales + Scale.WORDS)),
                Scale.of(words.subList(scales + Scale.WORDS, LabelWords.COUNT)));
    }

    private static Labels labels(String language, List<String> words) {
        if (words.size() != LabelWords.COUNT) {
            throw Problem.invalid(FIELD, "[" + language + "] needs eight expressions, in the order of the C25 codes");
        }
        try {
            return Labels.of(language, "", words, Collections.nCopies(LabelWords.COUNT, ""));
        } catch (Problem problem) {
            throw problem.retold(fault -> inLanguage(language, fault));
        }
    }

    /** Returns these labels as those of a study, on one line. */
    Labels labels() {
        return labels(language, words());
    }

    /** Returns the words in the order of the lists of {@link LabelWords}. */
    List<String> words() {
        return words(expressions, valence, arousal);
    }

    private static List<String> words(List<String> expressions, Scale valence, Scale arousal) {
        return Stream.concat(expressions.stream(), Stream.of(valence, arousal).flatMap(Scale::words))
                .toList();
    }

    private static String stripped(@Nullable String word) {
        return word == null ? "" : word.strip();
    }

    /** Names the label in the message, since the field has several languages. */
    private static Fault inLanguage(String language, Fault fault) {
        String label = String.valueOf(fault.field()).replaceFirst("^labels\\.", "");
        return Fault.inField(FIELD, "[" + language + "] " + label + ": " + fault.message());
    }

    /**
     * The words of a scale.
     *
     * @param middle the word under step 5, may be empty
     */
    public record Scale(
            @Nullable String title,
            @Nullable String least,
            @Nullable String middle,
            @Nullable String greatest) {

        static final int WORDS = 4;

        private static final Scale EMPTY = new Scale("", "", "", "");

        public Scale {
            title = stripped(title);
            least = stripped(least);
            middle = stripped(middle);
            greatest = stripped(greatest);
        }

        private static Scale of(List<String> words) {
            return new Scale(words.get(0), words.get(1), words.get(2), words.get(3));
        }

        private Stream<String> words() {
            return Stream.of(title, least, middle, greatest).map(TranslatedLabels::stripped);
        }
    }
}
