package org.c25.sets;

import java.util.List;
import java.util.stream.Collectors;
import org.c25.common.Numbers;

/** The words for files that came with the pictures of a set and are not in it. */
final class PassedOver {

    /** So many of them are told to programs. */
    static final int MOST = 100;

    private static final int MOST_NAMED = 8;

    private PassedOver() {}

    /** Returns a sentence, with a space before it; nothing if there were none. */
    static String sentence(List<String> files) {
        if (files.isEmpty()) {
            return "";
        }
        String named = files.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return " Passed over: " + Numbers.count(files.size(), "file") + " (" + named
                + (files.size() > MOST_NAMED ? " and " + (files.size() - MOST_NAMED) + " more" : "") + ").";
    }
}
