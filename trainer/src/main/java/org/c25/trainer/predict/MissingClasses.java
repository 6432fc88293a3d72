package org.c25.trainer.predict;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Expressions;

/** What is to be said of a network that doesn't know all eight expressions. */
final class MissingClasses {

    private MissingClasses() {}

    /** Returns the sentence; empty if it knows them all, or says no expression at all. */
    static Optional<String> of(Readout readout) {
        if (readout.expression() == null || readout.hasAllExpressions()) {
            return Optional.empty();
        }
        List<String> missing = IntStream.range(0, Expressions.COUNT)
                .filter(code -> !readout.classes().contains(code))
                .mapToObj(Expressions.NAMES::get)
                .toList();
        String named = String.join(", ", missing);
        return Optional.of("This network has no class for " + named + ": it never answers " + named
                + ", and is wrong on each image that people see so.");
    }
}
