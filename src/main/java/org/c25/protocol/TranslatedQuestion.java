package org.c25.protocol;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of a question in one more language.
 *
 * @param language one of {@link PageLanguages#TAGS}; empty for the words for everybody else
 * @param text the words of the question
 * @param options the words of its options, in their order; empty for a question that is answered in words
 */
public record TranslatedQuestion(
        @Nullable String language,
        @Nullable String text,
        @Nullable List<String> options) {

    public TranslatedQuestion {
        language = language == null ? "" : language.strip();
        text = text == null ? "" : text.strip();
        options = options == null
                ? List.of()
                : options.stream()
                        .map(option -> option == null ? "" : option.strip())
                        .toList();
    }

    @Override
    public String language() {
        return Objects.requireNonNull(language);
    }

    /** Returns the language as a tag of BCP 47, which has {@code und} for one that was not said. */
    public String tag() {
        return language().isEmpty() ? "und" : language();
    }

    @Override
    public String text() {
        return Objects.requireNonNull(text);
    }

    @Override
    public List<String> options() {
        return Objects.requireNonNull(options);
    }
}
