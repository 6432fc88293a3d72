package org.c25.figures;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** The order of those whom a figure compares. */
public final class AgreementRanks {

    private static final double ROUNDING = 1e-12;

    private AgreementRanks() {}

    /**
     * Returns an order by a number: the greatest comes first, whoever has none comes last. Numbers that differ by
     * rounding alone are equal.
     */
    public static <T> Comparator<T> greatestFirst(ToDoubleFunction<T> figure) {
        return Comparator.comparingDouble(one -> {
            double value = figure.applyAsDouble(one);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -Math.rint(value / ROUNDING);
        });
    }
}
