package org.c25.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.common.ByLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A line of a text in several languages, as {@link ByLanguage} reads it.
 *
 * @param number its number among all lines, from 1
 * @param language the language of the part in which it stands; empty for everybody else
 * @param begins whether it is the line that names the language
 * @param text the line, without spaces around it
 */
record LanguageLine(int number, String language, boolean begins, String text) {

    private static final Pattern MARK = Pattern.compile("\\[([a-z]{2,3})]");

    /** Returns the lines that are not blank. */
    static List<LanguageLine> of(@Nullable String typed) {
        List<LanguageLine> lines = new ArrayList<>();
        String language = "";
        String[] all = typed == null ? new String[0] : typed.split("\\R");
        for (int i = 0; i < all.length; i++) {
            String line = all[i].strip();
            Matcher mark = MARK.matcher(line);
            boolean begins = mark.matches();
            language = begins ? mark.group(1) : language;
            if (!line.isEmpty()) {
                lines.add(new LanguageLine(i + 1, language, begins, line));
            }
        }
        return lines;
    }

    /** Returns the line's language as it stands in messages: {@code [ko] }, or nothing for everybody else. */
    String mark() {
        return language.isEmpty() ? "" : "[" + language + "] ";
    }
}
