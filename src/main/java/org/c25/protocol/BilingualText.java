package org.c25.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A label in the study's first and second language.
 *
 * <p>A null is taken for an empty text: no part is null once the record is made.
 *
 * @param first the label in the first language, empty only if there is nothing to be said
 * @param second the label in the second language, empty if there is no second language
 */
public record BilingualText(
        @Nullable String first, @Nullable String second) {

    public static final BilingualText NONE = new BilingualText("", "");

    public BilingualText {
        first = first == null ? "" : first.strip();
        second = second == null ? "" : second.strip();
    }

    @Override
    public String first() {
        return Objects.requireNonNull(first);
    }

    @Override
    public String second() {
        return Objects.requireNonNull(second);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return first().isEmpty() && second().isEmpty();
    }
}
