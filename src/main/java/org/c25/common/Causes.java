package org.c25.common;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The chain of causes of a failure. Libraries wrap exceptions that they don't know in exceptions of their own. */
public final class Causes {

    private Causes() {}

    /** Returns the exception, its cause, that one's cause and so on. */
    public static Stream<Throwable> of(Throwable thrown) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable cause = thrown; cause != null && chain.add(cause); ) {
            cause = cause.getCause();
        }
        return chain.stream();
    }

    /** Returns the class and the first line of the message of the last cause, for a line of log. */
    public static String bottom(Throwable thrown) {
        Throwable last = of(thrown).reduce(thrown, (above, below) -> below);
        String message = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
        return last.getClass().getSimpleName() + ": " + message;
    }

    /** Whether memory ran out, which is never the fault of whoever sent a request. */
    public static boolean isShortOfMemory(Throwable thrown) {
        return of(thrown).anyMatch(OutOfMemoryError.class::isInstance);
    }
}
