package org.c25.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.affect.Dimension;
import org.c25.agreement.Coefficient;
import org.c25.agreement.UndefinedReason;
import org.jspecify.annotations.Nullable;

/** Collects the notes on the figures of one dimension, while these are read one by one. */
final class CoefficientNotes {

    private final Map<String, Coefficient> coefficients = new LinkedHashMap<>();
    private final Map<String, String> undefined = new LinkedHashMap<>();
    private final Map<String, String> warnings = new LinkedHashMap<>();

    CoefficientNotes(Dimension dimension, List<Coefficient> all) {
        for (Coefficient one : all) {
            if (one.dimension() == dimension) {
                coefficients.put(one.key(), one);
            }
        }
    }

    @Nullable
    Double coefficient(String name) {
        Coefficient one = named(name);
        one.whyUndefined().ifPresent(why -> undefined.put(name, why));
        one.warning().ifPresent(warning -> warnings.put(name, warning));
        return orNull(one.value());
    }

    /**
     * Returns the spread of a coefficient, or null if it has no value.
     *
     * @param why the reason why it may have no value while the coefficient that it belongs to has one
     */
    @Nullable
    Double spread(String name, double figure, String of, UndefinedReason why) {
        if (Double.isNaN(figure)) {
            undefined.put(name, named(of).whyUndefined().orElse(why.words()));
        }
        return orNull(figure);
    }

    @Nullable
    Double ofVotes(String name, double figure) {
        if (Double.isNaN(figure)) {
            undefined.put(name, UndefinedReason.NOBODY.words());
        }
        return orNull(figure);
    }

    private Coefficient named(String name) {
        return Objects.requireNonNull(coefficients.get(name), name);
    }

    private static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    /** Returns the reasons why figures have no value, by their names. */
    Map<String, String> undefined() {
        return undefined;
    }

    /** Returns the warnings on coefficients, by their names. */
    Map<String, String> warnings() {
        return warnings;
    }
}
