package org.c25.studies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of a form, in which browsers send line breaks of their own, and lose those around a text. */
final class TypedText {

    private TypedText() {}

    /** Returns the typed text, or the former one if it was left out or they only differ in line breaks. */
    static String orAsBefore(@Nullable String typed, String before) {
        return typed == null || isSame(typed, before) ? before : typed;
    }

    static boolean isSame(String typed, String before) {
        return lines(typed).equals(lines(before));
    }

    private static List<String> lines(String text) {
        return text.strip().lines().toList();
    }
}
