package org.c25.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that an experimenter writes in one language or in several. A line that holds nothing but a language in
 * brackets, such as {@code [ko]}, begins the part in that language. What stands before the first such line is for
 * everybody else.
 *
 * @param parts at least one, in the order in which they were written
 */
public record ByLanguage(List<Part> parts) {

    private static final Pattern MARK = Pattern.compile("(?m)^[ \\t]*\\[([a-z]{2,3})][ \\t]*\\r?$");

    public static ByLanguage read(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        String language = "";
        int from = 0;
        while (mark.find()) {
            add(parts, language, text.substring(from, mark.start()));
            language = mark.group(1);
            from = mark.end();
        }
        add(parts, language, text.substring(from));
        return new ByLanguage(parts.isEmpty() ? List.of(new Part("", "")) : List.copyOf(parts));
    }

    private static void add(List<Part> parts, String language, String text) {
        if (!text.isBlank()) {
            parts.add(new Part(language, text.strip()));
        }
    }

    /**
     * Returns the part for a reader: the one in their language, or else the first one, which is for everybody if there
     * is such a part.
     */
    public Part in(Locale locale) {
        return parts.stream()
                .filter(part -> part.language().equals(locale.getLanguage()))
                .findFirst()
                .orElse(parts.get(0));
    }

    /**
     * A text in one language.
     *
     * @param language the language, such as {@code ko}; empty if it was not said
     * @param text the text, without blank lines around it
     */
    public record Part(String language, String text) {

        public boolean isBlank() {
            return text.isBlank();
        }

        /** Returns the language as a tag of BCP 47, which has {@code und} for one that was not said. */
        public String tag() {
            return language.isEmpty() ? "und" : language;
        }
    }
}
