package org.c25.common;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells what is wrong with JSON that is well formed but fits no record. */
public final class UnfitJson {

    private UnfitJson() {}

    /**
     * @param refused the exception with which reading ended; null if there was nothing to read
     * @param whole the name of the JSON itself, for a fault that is in none of its fields
     * @return a 422 that names the field at fault; empty if it is not JSON at all
     */
    public static Optional<Problem> problem(@Nullable Throwable refused, String whole) {
        if (refused instanceof DatabindException unfit && unfit.getCause() instanceof Problem problem) {
            return Optional.of(problem); // A record that checks itself has said what is wrong.
        }
        if (refused instanceof UnrecognizedPropertyException unknown) {
            return Optional.of(Problem.invalid(field(unknown.getPath()), "is not known here; check how it is spelled"));
        }
        if (refused instanceof DatabindException unfit && !unfit.getPath().isEmpty()) {
            return Optional.of(Problem.invalid(field(unfit.getPath()), wanted(unfit)));
        }
        if (refused instanceof DatabindException || refused == null) {
            return Optional.of(Problem.invalid(whole, "a JSON object is needed"));
        }
        if (refused instanceof InputCoercionException tooLarge
                && tooLarge.processor().currentName() != null) {
            return Optional.of(Problem.invalid(tooLarge.processor().currentName(), "is out of range"));
        }
        return Optional.empty();
    }

    /** Returns what a field must be. */
    private static String wanted(DatabindException unfit) {
        Class<?> type = unfit instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        Object value = unfit instanceof InvalidFormatException format ? format.getValue() : null;
        if (value instanceof String text && !PlainStrings.isPlain(text)) {
            return "holds a character that is no text (NUL, U+0000); delete it";
        }
        if (type == null) {
            return "not a value of the right kind";
        }
        if (type.isEnum()) {
            String allowed =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return "is one of " + allowed + (value == null ? "" : ", not " + value);
        }
        return "is " + kind(type) + (value == null ? "; not a value of the right kind" : ", not " + value);
    }

    private static String kind(Class<?> type) {
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "a text" : "an object of fields";
    }

    /**
     * Returns the name of the field at fault, such as {@code pacing.breakEvery}. Elements of a list go by the list's
     * name.
     */
    private static String field(List<JacksonException.Reference> path) {
        return path.stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
