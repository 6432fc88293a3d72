package org.c25.trainer.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/**
 * One figure of one way of learning.
 *
 * @param runs how many seeds there are
 * @param values by seed, but for those of which nobody knows the figure
 */
record Seeds(int runs, SortedMap<Long, Double> values) {

    static Seeds of(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        SortedMap<Long, Double> values = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            double value = figure.applyAsDouble(outcome);
            if (Double.isFinite(value)) {
                values.put(outcome.settings().seed(), value);
            }
        }
        return new Seeds(outcomes.size(), values);
    }

    /** Returns the figure by which ways are compared: accuracy of the expression, CCC of a scale. */
    static Seeds main(Study study, String method, Dimension dimension) {
        return of(study.of(method), outcome -> main(outcome, dimension));
    }

    private static double main(Outcome outcome, Dimension dimension) {
        if (dimension.isScale()) {
            return outcome.scales().containsKey(dimension)
                    ? outcome.scales().get(dimension).ccc()
                    : Double.NaN;
        }
        return outcome.expression() == null ? Double.NaN : outcome.expression().accuracy();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    int count() {
        return values.size();
    }

    double mean() {
        return values.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    double least() {
        return values.values().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    double most() {
        return values.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** Returns how much more this is than another, of each seed that both have. */
    Seeds minus(Seeds other) {
        SortedMap<Long, Double> more = new TreeMap<>();
        values.forEach((seed, value) -> {
            if (other.values.containsKey(seed)) {
                more.put(seed, value - other.values.get(seed));
            }
        });
        return new Seeds(more.size(), more);
    }

    /** Returns the mean, and the least and the most where there are several; a dash where nobody knows. */
    @Override
    public String toString() {
        if (values.size() < 2) {
            return Html.number(mean());
        }
        return Html.number(mean()) + " (" + Html.number(least()) + " to " + Html.number(most())
                + (values.size() < runs ? ", in " + values.size() + " of " + runs + " seeds)" : ")");
    }
}
