package org.c25.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * How an iterative estimate came to its end. It ends when an iteration adds no more than {@value #TOLERANCE} nats, or
 * after {@value #MOST} iterations.
 *
 * @param objectives what the model makes greatest, in nats, after each iteration; it never falls but by rounding
 * @param converged whether it ended before the last iteration allowed
 */
public record Convergence(List<Double> objectives, boolean converged) {

    /** The least that an iteration must add for another one to follow. */
    public static final double TOLERANCE = 1e-6;

    /** The most iterations that are made. */
    public static final int MOST = 1_000;

    /** @param iteration makes one iteration and returns the objective after it */
    static Convergence climb(DoubleSupplier iteration) {
        List<Double> objectives = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        boolean settled = false;
        while (!settled && objectives.size() < MOST) {
            double objective = iteration.getAsDouble();
            settled = objective - last <= TOLERANCE;
            objectives.add(objective);
            last = objective;
        }
        return new Convergence(List.copyOf(objectives), settled);
    }

    /** Returns how many iterations were made. */
    public int iterations() {
        return objectives.size();
    }

    /** Returns the objective at the end; NaN if there was nothing to iterate over. */
    public double objective() {
        return objectives.isEmpty() ? Double.NaN : objectives.get(objectives.size() - 1);
    }
}
