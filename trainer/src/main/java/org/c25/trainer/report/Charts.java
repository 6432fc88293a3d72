package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.outcome.Outcome;

/** The report's pictures. */
final class Charts {

    private static final int WIDE = 300;
    private static final int HIGH = 180;
    private static final int LEFT = 46;
    private static final int BELOW = 24;
    private static final int EDGE = 8;
    /** So far apart are the names of expressions in three letters. */
    private static final int LETTERS = 34;

    private Charts() {}

    /** Returns the losses of some runs, a curve each; a broken line stands where the warm-up ends. */
    static String losses(String title, List<Outcome> outcomes) {
        int epochs =
                outcomes.stream().mapToInt(one -> one.losses().size()).max().orElse(1);
        List<Double> all = outcomes.stream()
                .flatMap(one -> one.losses().stream())
                .filter(Double::isFinite)
                .toList();
        Scale x = new Scale(1, Math.max(2, epochs), LEFT, WIDE - EDGE);
        Scale y = Scale.around(all, HIGH - BELOW, EDGE);
        Svg svg = new Svg(WIDE, HIGH, title + ": loss by epoch");
        axes(svg, x, y, "%.2f", "%.0f");
        outcomes.stream()
                .findFirst()
                .map(Outcome::settings)
                .filter(one -> one.isCrowd(one.warmUp()))
                .ifPresent(one -> {
                    double end = x.of(one.warmUp() + 0.5);
                    if (one.warmUp() > 0) {
                        svg.line(end, EDGE, end, HIGH - BELOW, "end");
                    }
                });
        for (int at = 0; at < outcomes.size(); at++) {
            List<double[]> points = new ArrayList<>();
            List<Double> losses = outcomes.get(at).losses();
            for (int epoch = 0; epoch < losses.size(); epoch++) {
                if (Double.isFinite(losses.get(epoch))) {
                    points.add(new double[] {x.of(epoch + 1), y.of(losses.get(epoch))});
                }
            }
            svg.curve(points, "curve c" + at % 5);
        }
        return svg.toString();
    }

    /** Returns an 8 × 8 map of shares: darker is more. Rows that nobody knows (NaN) are crossed out. */
    static String shares(String title, double[][] rows, int cell, boolean numbers) {
        int left = numbers ? LETTERS : 0;
        int top = numbers ? EDGE * 2 : 0;
        int side = rows.length * cell;
        Svg svg = new Svg(left + side + 1, top + side + 1, title);
        for (int row = 0; row < rows.length; row++) {
            double y = top + row * cell;
            if (numbers) {
                svg.text(left - 4, y + cell * 0.65, shortName(row), "end", "tick");
                svg.text(left + (row + 0.5) * cell, top - 4, shortName(row), "middle", "tick");
            }
            if (Double.isNaN(rows[row][0])) {
                svg.line(left, y + cell / 2.0, left + side, y + cell / 2.0, "end");
                continue;
            }
            for (int column = 0; column < rows[row].length; column++) {
                double share = rows[row][column];
                svg.cell(left + column * cell, y, cell, share);
                if (numbers) {
                    String percent = String.format(Locale.ROOT, "%.0f", 100 * share);
                    svg.text(
                            left + (column + 0.5) * cell,
                            y + cell * 0.65,
                            percent,
                            "middle",
                            share > 0.55 ? "light" : "tick");
                }
            }
        }
        return svg.toString();
    }

    /** Returns a point for each rater, what was learned (upwards) over what was seen (to the right), with the line of equals. */
    static String points(String title, List<Double> seen, List<Double> learned, List<String> names) {
        List<Double> all = new ArrayList<>(seen);
        all.addAll(learned);
        all.removeIf(one -> !Double.isFinite(one));
        Scale x = Scale.around(all, LEFT, WIDE - EDGE);
        Scale y = Scale.around(all, HIGH - BELOW, EDGE);
        Svg svg = new Svg(WIDE, HIGH, title);
        axes(svg, x, y, "%.2f", "%.2f");
        svg.line(x.of(x.least()), y.of(y.least()), x.of(x.most()), y.of(y.most()), "end");
        for (int at = 0; at < names.size(); at++) {
            if (Double.isFinite(seen.get(at)) && Double.isFinite(learned.get(at))) {
                svg.point(x.of(seen.get(at)), y.of(learned.get(at)), names.get(at));
            }
        }
        return svg.toString();
    }

    private static void axes(Svg svg, Scale x, Scale y, String formatY, String formatX) {
        svg.line(LEFT, HIGH - BELOW, WIDE - EDGE, HIGH - BELOW, "axis");
        svg.line(LEFT, EDGE, LEFT, HIGH - BELOW, "axis");
        for (double end : new double[] {y.least(), y.most()}) {
            svg.text(LEFT - 4, y.of(end) + 4, String.format(Locale.ROOT, formatY, end), "end", "tick");
        }
        svg.text(x.of(x.least()), HIGH - EDGE, String.format(Locale.ROOT, formatX, x.least()), "start", "tick");
        svg.text(x.of(x.most()), HIGH - EDGE, String.format(Locale.ROOT, formatX, x.most()), "end", "tick");
    }

    private static String shortName(int code) {
        return Expressions.NAMES.get(code).substring(0, 3);
    }

    /** Where a value lies on an axis of {@code from} to {@code to} pixels. */
    private record Scale(double least, double most, double from, double to) {

        /** Returns one that shows all these values; 0 … 1 if there is none. */
        static Scale around(List<Double> values, double from, double to) {
            double least = values.isEmpty() ? 0 : Collections.min(values);
            double most = values.isEmpty() ? 1 : Collections.max(values);
            return new Scale(least, most > least ? most : least + 1, from, to);
        }

        double of(double value) {
            return from + (value - least) / (most - least) * (to - from);
        }
    }
}
