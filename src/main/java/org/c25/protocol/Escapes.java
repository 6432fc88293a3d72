package org.c25.protocol;

import java.util.Arrays;
import java.util.List;

/** Lines in which a backslash before one of {@code \ | * [} makes it an ordinary character. */
final class Escapes {

    private static final String SPECIAL = "\\|*[";

    /** The first of the private-use characters that stand for escaped special characters while a line is parsed. */
    private static final char ASIDE = '\uE000';

    private Escapes() {}

    /** Returns a line in which no escaped character is left, until {@link #back} brings them back. */
    static String aside(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            int special = line.charAt(i) == '\\' && i + 1 < line.length() ? SPECIAL.indexOf(line.charAt(i + 1)) : -1;
            text.append(special < 0 ? line.charAt(i) : (char) (ASIDE + special));
            i += special < 0 ? 0 : 1;
        }
        return text.toString();
    }

    static String back(String text) {
        String whole = text;
        for (int i = 0; i < SPECIAL.length(); i++) {
            whole = whole.replace((char) (ASIDE + i), SPECIAL.charAt(i));
        }
        return whole;
    }

    /** Returns what stands between the bars of a line, without spaces around it. */
    static List<String> cells(String line) {
        return Arrays.stream(aside(line).split("\\|", -1))
                .map(cell -> back(cell.strip()))
                .toList();
    }

    /** Returns a text as it is typed on a line, without breaks. */
    static String protect(String text) {
        return text.replaceAll("\\R", " ").replace("\\", "\\\\").replace("|", "\\|");
    }
}
