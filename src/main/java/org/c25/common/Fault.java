package org.c25.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, where it is, and what to do about it.
 *
 * @param field the form or JSON field, null if the fault is not in one field
 * @param file the file or archive entry, null if not in a file
 * @param line the line in that file, from 1, null if not at one line
 * @param column the name of the column, null if not in one column
 * @param message what is wrong and what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Nullable String field,
        @Nullable String file,
        @Nullable Long line,
        @Nullable String column,
        String message) {

    public static Fault inField(String field, String message) {
        return new Fault(field, null, null, null, message);
    }

    public static Fault inFile(String field, @Nullable String file, String message) {
        return new Fault(field, file, null, null, message);
    }

    public static Fault atLine(String field, long line, @Nullable String column, String message) {
        return new Fault(field, null, line, column, message);
    }

    /** Returns where the fault is, in words: {@code manifest, line 3, filename}. */
    public String place() {
        return Stream.of(field, file, line == null ? null : "line " + line, column)
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    /** Returns where the fault is, without the field: {@code , line 3, filename}. */
    public String placeInField() {
        String place = place();
        return field == null ? place : place.substring(field.length());
    }

    /** Returns the same fault in another field, as a form names it. */
    public Fault in(@Nullable String other) {
        return new Fault(other, file, line, column, message);
    }

    @Override
    public String toString() {
        String place = place();
        return place.isEmpty() ? message : place + ": " + message;
    }
}
