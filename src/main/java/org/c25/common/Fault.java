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

    private static final int LONGEST = 500;
    private static final int REST = 100;
    private static final int LONGEST_NAME = 300;

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

    /** Returns the same fault with a message that can be read: a cell or a name in it may be of any length. */
    Fault shortened() {
        boolean longName = file != null && file.length() > LONGEST_NAME;
        boolean longMessage = message.length() > LONGEST;
        return longName || longMessage
                ? new Fault(
                        field,
                        longName ? until(String.valueOf(file), LONGEST_NAME) + " …" : file,
                        line,
                        column,
                        longMessage
                                ? until(message, LONGEST - REST) + " … " + from(message, message.length() - REST)
                                : message)
                : this;
    }

    /** Cuts no character in two. */
    private static String until(String text, int end) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static String from(String text, int start) {
        return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
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
