package org.c25.sampling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Puts the highest score first, and lets chance decide among equals. */
public final class Ranking {

    /**
     * The difference up to which two scores are equal: a sum in another order, or of other parts, has other last
     * digits. Scores are 0 … ln 8, and those that do differ do so by far more.
     */
    static final double ROUNDING = 1e-12;

    private Ranking() {}

    /**
     * Returns all in order of their score, the highest first.
     *
     * @param chance the order of those whose scores are equal
     */
    public static <T> List<T> of(Collection<T> all, ToDoubleFunction<T> score, Comparator<T> chance) {
        List<T> ranked = new ArrayList<>(all);
        ranked.sort(Comparator.comparingDouble(score).reversed());
        int from = 0;
        for (int to = 1; to <= ranked.size(); to++) {
            boolean equal = to < ranked.size()
                    && score.applyAsDouble(ranked.get(to - 1)) - score.applyAsDouble(ranked.get(to)) <= ROUNDING;
            if (!equal) {
                ranked.subList(from, to).sort(chance);
                from = to;
            }
        }
        return ranked;
    }
}
