package org.c25.trainer.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** One figure of one way of learning, a seed each. */
record Seeds(List<Double> values) {

    static Seeds of(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return new Seeds(outcomes.stream().mapToDouble(figure).boxed().toList());
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

    double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** Returns how much more this is than another, seed by seed. */
    Seeds minus(Seeds other) {
        int both = Math.min(values.size(), other.values.size());
        return new Seeds(java.util.stream.IntStream.range(0, both)
                .mapToObj(at -> values.get(at) - other.values.get(at))
                .toList());
    }

    /** Returns the mean, and the least and the most where there are several. */
    @Override
    public String toString() {
        return values.size() < 2
                ? Html.number(mean())
                : Html.number(mean()) + " (" + Html.number(least()) + " to " + Html.number(most()) + ")";
    }
}
