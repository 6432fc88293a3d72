package org.c25.notices;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What staff can be told of. */
enum NoticeKind {
    FIRST_ANSWER("First answer", "somebody has answered for the first time in a set"),
    SET_FULL("Set full", "the last free slot of a set is taken"),
    STALLED("Stalled", "somebody has given no sign of life for as long as the study allows"),
    FLAGGED("Flags", "somebody’s answers have got a flag"),
    ALL_COMPLETE("All complete", "everybody in a set has finished"),
    /** Somebody has asked for a notice, to see whether it comes. */
    TEST("Test", "somebody tries it out");

    private final String title;
    private final String when;

    NoticeKind(String title, String when) {
        this.title = title;
        this.when = when;
    }

    /** Returns the kinds that can be chosen. */
    static List<NoticeKind> choices() {
        return Arrays.stream(values()).filter(kind -> kind != TEST).toList();
    }

    /** Returns the kinds with these names that can be chosen; other names are ignored. */
    static List<NoticeKind> named(@Nullable List<String> names) {
        return names == null
                ? List.of()
                : choices().stream().filter(kind -> names.contains(kind.name())).toList();
    }

    public String title() {
        return title;
    }

    /** Returns when there is such a notice, as a clause. */
    public String when() {
        return when;
    }
}
