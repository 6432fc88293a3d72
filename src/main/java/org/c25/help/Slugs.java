package org.c25.help;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The ids of a page's headings, made of their words as GitHub makes them. */
final class Slugs {

    private final Set<String> taken = new HashSet<>();

    /** Returns the id of the next heading; with a number behind it if the words were there before. */
    String next(String words) {
        String plain = of(words);
        String id = plain;
        for (int n = 1; !taken.add(id); n++) {
            id = plain + "-" + n;
        }
        return id;
    }

    /** Returns the id of these words if nothing else has it; empty if there is none. */
    Optional<String> free(String words) {
        String id = of(words);
        return Optional.of(id).filter(one -> !one.isEmpty() && taken.add(one));
    }

    private static String of(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
