package org.c25.affect;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One of the nine steps of the valence or the arousal scale.
 *
 * <p>A step 1 … 9 stands in a C25 file as (step − 5) / 4, written exactly as one of {@code -1.0 -0.75 -0.5 -0.25 0.0
 * 0.25 0.5 0.75 1.0}.
 *
 * @param value 1 … 9
 */
public record Step(int value) {

    public static final int LEAST = 1;
    public static final int MIDDLE = 5;
    public static final int GREATEST = 9;

    private static final List<String> C25 =
            List.of("-1.0", "-0.75", "-0.5", "-0.25", "0.0", "0.25", "0.5", "0.75", "1.0");

    /** @throws IllegalArgumentException if the value is outside 1 … 9 */
    public Step {
        if (value < LEAST || value > GREATEST) {
            throw new IllegalArgumentException("a step is 1 … 9, not " + value);
        }
    }

    /** Returns all nine steps, lowest first. */
    public static List<Step> values() {
        return IntStream.rangeClosed(LEAST, GREATEST).mapToObj(Step::new).toList();
    }

    /** Returns the step that a C25 file writes as this text, or empty if the text is not exactly one of the nine. */
    public static Optional<Step> ofC25(String text) {
        int place = C25.indexOf(text);
        return place < 0 ? Optional.empty() : Optional.of(new Step(place + LEAST));
    }

    /** Returns the nine texts that a C25 file may hold, lowest first. */
    public static List<String> c25Texts() {
        return C25;
    }

    /** Returns the text that a C25 file has for this step. */
    public String c25() {
        return C25.get(value - LEAST);
    }
}
