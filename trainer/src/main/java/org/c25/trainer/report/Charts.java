package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** Pictures with axes: learning curves, recall by class, and points of two values. */
final class Charts {

    /** So many colours there are; then they begin anew. */
    static final int COLOURS = 8;

    private static final int WIDE = 420;
    private static final int HIGH = 230;
    private static final int LEFT = 46;
    private static final int NAMES = 70;
    private static final int BELOW = 32;
    private static final int EDGE = 10;
    private static final int SQUARE = 250;

    private Charts() {}

    /** Returns the loss by epoch: a colour a way, thin lines its seeds, a thick one their mean. */
    static String losses(Study study) {
        int epochs = study.outcomes().stream()
                .mapToInt(one -> one.losses().size())
                .max()
                .orElse(1);
        List<Double> all = study.outcomes().stream()
                .flatMap(one -> one.losses().stream())
                .filter(Double::isFinite)
                .toList();
        Axis x = new Axis(1, Math.max(2, epochs), LEFT, WIDE - EDGE);
        Axis y = Axis.around(all, HIGH - BELOW, EDGE);
        Svg svg = new Svg(WIDE, HIGH, "Loss by epoch of each way of learning");
        frame(svg, x, y, "%.0f", "%.2f");
        svg.text((LEFT + WIDE) / 2.0, HIGH - 5, "epoch", "middle", "tick");
        study.outcomes().stream()
                .map(Outcome::settings)
                .filter(one -> one.source().warmUp() > 0
                        && one.source().warmUp() < one.steps().epochs())
                .mapToInt(one -> one.source().warmUp())
                .distinct()
                .forEach(end -> svg.line(x.of(end + 0.5), EDGE, x.of(end + 0.5), HIGH - BELOW, "broken"));
        for (int way = 0; way < study.methods().size(); way++) {
            List<Outcome> seeds = study.of(study.methods().get(way));
            if (seeds.size() > 1) {
                for (Outcome outcome : seeds) {
                    svg.curve(points(outcome.losses(), x, y), "seed " + colour(way));
                }
            }
            svg.curve(points(mean(seeds), x, y), "mean " + colour(way));
        }
        return svg.toString();
    }

    private static List<double[]> points(List<Double> losses, Axis x, Axis y) {
        List<double[]> points = new ArrayList<>();
        for (int epoch = 0; epoch < losses.size(); epoch++) {
            if (Double.isFinite(losses.get(epoch))) {
                points.add(new double[] {x.of(epoch + 1), y.of(losses.get(epoch))});
            }
        }
        return points;
    }

    private static List<Double> mean(List<Outcome> seeds) {
        List<Double> mean = new ArrayList<>();
        int shortest = seeds.stream().mapToInt(one -> one.losses().size()).min().orElse(0);
        for (int at = 0; at < shortest; at++) {
            int epoch = at;
            mean.add(seeds.stream()
                    .mapToDouble(one -> one.losses().get(epoch))
                    .average()
                    .orElse(Double.NaN));
        }
        return mean;
    }

    /** Returns recall by class: a dot a way, a line from its least to its most seed; a class that some seed never recognises is marked. */
    static String recalls(Study study) {
        List<String> methods = study.methods();
        int band = Math.max(20, 7 * methods.size() + 8);
        int bottom = EDGE + band * Expressions.COUNT;
        Axis x = new Axis(0, 1, NAMES, WIDE - EDGE - 24);
        Svg svg = new Svg(WIDE, bottom + BELOW, "Recall of each expression by each way of learning");
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            svg.line(x.of(tenth / 10.0), EDGE, x.of(tenth / 10.0), bottom, "grid");
            svg.text(x.of(tenth / 10.0), bottom + 13, Html.decimals("%.1f", tenth / 10.0), "middle", "tick");
        }
        for (int code = 0; code < Expressions.COUNT; code++) {
            double top = EDGE + band * (double) code;
            svg.line(NAMES, top, x.to(), top, "grid");
            svg.text(NAMES - 9, top + band / 2.0 + 4, Expressions.NAMES.get(code), "end", "tick");
            for (int way = 0; way < methods.size(); way++) {
                recall(
                        svg,
                        x,
                        top + 4 + (way + 0.5) * (band - 8) / methods.size(),
                        study.of(methods.get(way)),
                        code,
                        way);
            }
        }
        svg.text((x.from() + x.to()) / 2, bottom + 27, "recall", "middle", "tick");
        return svg.toString();
    }

    private static void recall(Svg svg, Axis x, double y, List<Outcome> outcomes, int code, int way) {
        Seeds seeds = Seeds.of(
                outcomes,
                one -> one.expression() == null ? Double.NaN : one.expression().recall()[code]);
        if (!seeds.isEmpty()) {
            svg.line(x.of(seeds.least()), y, x.of(seeds.most()), y, "span " + colour(way));
            svg.point(
                    x.of(seeds.mean()),
                    y,
                    3,
                    "dot " + colour(way),
                    outcomes.get(0).settings().title() + ": " + seeds);
            if (seeds.least() == 0) {
                svg.point(x.of(0), y, 4.5, "ring", "");
            }
        }
    }

    /**
     * Returns a dot for each pair, with the line on which both are the same.
     *
     * @param across what is to the right, {@code up} what is upwards; pairs of which one is NaN are left out
     * @param names what each point is, shown where a mouse rests on it; empty where there are too many
     */
    static String points(String title, Labelled across, Labelled up, List<String> names, Axis both) {
        Axis x = new Axis(both.least(), both.most(), LEFT, SQUARE - EDGE);
        Axis y = new Axis(both.least(), both.most(), SQUARE - BELOW, EDGE);
        Svg svg = new Svg(SQUARE, SQUARE, title);
        frame(svg, x, y, "%.2f", "%.2f");
        svg.line(x.from(), y.from(), x.to(), y.to(), "broken");
        svg.text((x.from() + x.to()) / 2, SQUARE - 4, across.name(), "middle", "tick");
        svg.upwards(12, (y.from() + y.to()) / 2, up.name());
        for (int at = 0; at < across.values().size(); at++) {
            double right = across.values().get(at);
            double high = up.values().get(at);
            if (Double.isFinite(right) && Double.isFinite(high)) {
                String kind = names.isEmpty() ? "many c0" : "dot c0";
                svg.point(
                        x.of(right),
                        y.of(high),
                        names.isEmpty() ? 2.5 : 3.5,
                        kind,
                        names.isEmpty() ? "" : names.get(at));
            }
        }
        return svg.toString();
    }

    /** Values with a name. */
    record Labelled(String name, List<Double> values) {}

    private static void frame(Svg svg, Axis x, Axis y, String formatX, String formatY) {
        svg.line(x.from(), y.from(), x.to(), y.from(), "axis");
        svg.line(x.from(), y.to(), x.from(), y.from(), "axis");
        svg.text(x.from() - 4, y.from() + 2, Html.decimals(formatY, y.least()), "end", "tick");
        svg.text(x.from() - 4, y.to() + 8, Html.decimals(formatY, y.most()), "end", "tick");
        svg.text(x.from(), y.from() + 13, Html.decimals(formatX, x.least()), "start", "tick");
        svg.text(x.to(), y.from() + 13, Html.decimals(formatX, x.most()), "end", "tick");
    }

    private static String colour(int way) {
        return "c" + way % COLOURS;
    }
}
