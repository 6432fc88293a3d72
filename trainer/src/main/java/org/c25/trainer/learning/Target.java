package org.c25.trainer.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.c25.trainer.answers.Dimension;

/** What a network learns to say of a face. */
public enum Target {
    EXPRESSION(Dimension.EXPRESSION),
    VALENCE(Dimension.VALENCE),
    AROUSAL(Dimension.AROUSAL),
    /** Valence and arousal. */
    BOTH(Dimension.VALENCE, Dimension.AROUSAL),
    /** All three. */
    ALL(Dimension.EXPRESSION, Dimension.VALENCE, Dimension.AROUSAL);

    private final List<Dimension> dimensions;

    Target(Dimension... dimensions) {
        this.dimensions = List.of(dimensions);
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how many outputs a network needs. */
    public int outputs() {
        return dimensions.stream().mapToInt(Dimension::outputs).sum();
    }

    /** Returns the first output of a dimension. */
    public int first(Dimension dimension) {
        return dimensions.stream()
                .takeWhile(one -> one != dimension)
                .mapToInt(Dimension::outputs)
                .sum();
    }

    public boolean hasScale() {
        return dimensions.stream().anyMatch(Dimension::isScale);
    }

    public boolean hasExpression() {
        return dimensions.contains(Dimension.EXPRESSION);
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Target::key).toList();
    }
}
