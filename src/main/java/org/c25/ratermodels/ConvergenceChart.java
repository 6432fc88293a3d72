package org.c25.ratermodels;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.common.Numbers;
import org.c25.crowd.Convergence;
import org.jspecify.annotations.Nullable;

/**
 * How an estimate came to its end, as a small line: the objective after each iteration.
 *
 * @param points the line as SVG has it, in a drawing 200 wide and 60 high
 */
record ConvergenceChart(int iterations, boolean converged, String first, String last, String points) {

    private static final double WIDTH = 200;
    private static final double HEIGHT = 60;

    /** Returns null where there was nothing to iterate. */
    static @Nullable ConvergenceChart of(@Nullable Convergence convergence) {
        if (convergence == null || convergence.iterations() == 0) {
            return null;
        }
        List<Double> objectives = convergence.objectives();
        double first = objectives.get(0);
        double rise = convergence.objective() - first;
        String points = IntStream.range(0, objectives.size())
                .mapToObj(at -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        WIDTH * at / Math.max(1, objectives.size() - 1),
                        rise > 0 ? HEIGHT * (1 - (objectives.get(at) - first) / rise) : 0))
                .collect(Collectors.joining(" "));
        return new ConvergenceChart(
                convergence.iterations(),
                convergence.converged(),
                Numbers.decimals(first, 1),
                Numbers.decimals(convergence.objective(), 1),
                points);
    }
}
