package org.c25.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The languages in which participants can read their pages, and so those in which a study can have words of its own.
 * Somebody whose language has none sees the words for everybody else.
 */
public final class PageLanguages {

    /** Their tags, English first. */
    public static final List<String> TAGS = List.of("en", "ko", "ja", "zh", "es", "de", "fr", "ar");

    private PageLanguages() {}

    /**
     * Returns texts in the order of {@link #TAGS}.
     *
     * @param field the field of the protocol in which they stand
     * @param texts null for none
     * @throws Problem if one of them is null, in another language, or in the same as another one
     */
    static <T> List<T> inOrder(String field, @Nullable List<T> texts, Function<T, String> language) {
        if (texts == null || texts.isEmpty()) {
            return List.of();
        }
        if (texts.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid(field, "has an empty entry");
        }
        check(field, texts.stream().map(language));
        List<T> ordered = new ArrayList<>(texts);
        ordered.sort(Comparator.comparing(language, Comparator.comparingInt(TAGS::indexOf)));
        return List.copyOf(ordered);
    }

    /** @throws Problem if a tag is not one of these, or comes twice */
    static void check(String field, Stream<String> tags) {
        Set<String> before = new HashSet<>();
        tags.forEach(tag -> {
            Optional<String> unfit = unfit(tag, before);
            if (unfit.isPresent()) {
                throw Problem.invalid(field, unfit.get());
            }
        });
    }

    /** @throws Problem naming each line of a text that begins a part in none of these languages, or in one of before */
    static void checkLines(String field, String text) {
        Set<String> before = new HashSet<>();
        List<Fault> faults = LanguageLine.of(text).stream()
                .filter(LanguageLine::begins)
                .flatMap(line -> unfit(line.language(), before).stream()
                        .map(message -> Fault.atLine(field, line.number(), null, message)))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static Optional<String> unfit(String tag, Set<String> before) {
        if (!TAGS.contains(tag)) {
            return Optional.of("[" + tag + "] is no language of the pages: " + String.join(", ", TAGS));
        }
        return before.add(tag) ? Optional.empty() : Optional.of("[" + tag + "] is there twice");
    }

    /** Returns the English name of a language, or the tag itself if it has none. */
    public static String name(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    /** Returns the English names of languages in a row: {@code English, Korean and Japanese}. */
    public static String names(List<String> tags) {
        return inWords(tags.stream().map(PageLanguages::name).toList());
    }

    /** Returns names in a row, with commas and an {@code and} between them. */
    public static String inWords(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
