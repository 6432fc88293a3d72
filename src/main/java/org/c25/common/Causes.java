package org.c25.common;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Why something failed, down to the bottom: libraries wrap what they don't know in exceptions of their own. */
public final class Causes {

    private Causes() {}

    /** The exception, its cause, that one's cause and so on. */
    public static Stream<Throwable> of(Throwable thrown) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable cause = thrown; cause != null && chain.add(cause); ) {
            cause = cause.getCause();
        }
        return chain.stream();
    }

    /** The first line of what the last cause says, for a line of log. */
    public static String bottom(Throwable thrown) {
        Throwable last = of(thrown).reduce(thrown, (above, below) -> below);
        String message = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
        return last.getClass().getSimpleName() + ": " + message;
    }

    /** Whether memory ran out: that is never the fault of who sent something. */
    public static boolean isShortOfMemory(Throwable thrown) {
        return of(thrown).anyMatch(OutOfMemoryError.class::isInstance);
    }
}
