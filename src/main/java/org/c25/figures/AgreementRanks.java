package org.c25.figures;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** In which order those stand who are compared by a figure. */
public final class AgreementRanks {

    private static final double ROUNDING = 1e-12;

    private AgreementRanks() {}

    /** The greatest comes first, who has no figure last. Figures that differ by rounding alone are equal. */
    public static <T> Comparator<T> greatestFirst(ToDoubleFunction<T> figure) {
        return Comparator.comparingDouble(one -> {
            double value = figure.applyAsDouble(one);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -Math.rint(value / ROUNDING);
        });
    }
}
