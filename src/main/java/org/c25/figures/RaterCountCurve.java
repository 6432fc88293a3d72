package org.c25.figures;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.agreement.Growth;
import org.c25.agreement.Growth.Point;
import org.c25.agreement.Growth.Range;

/**
 * The figure of what the set would say if fewer people had rated it. It shows whether more people would change much.
 */
class RaterCountCurve implements Figure {

    private static final int HEIGHT = 372;
    private static final double LEFT = 58;
    private static final double BOTTOM = 280;
    private static final double TOP = 60;

    @Override
    public String name() {
        return "enough-raters";
    }

    @Override
    public String title() {
        return "Are there enough participants?";
    }

    @Override
    public String about() {
        return "What so many participants, drawn from all of them, would have said: Krippendorff's α, the mean width of the 95 % "
                + "interval of an image's mean, and the share of images whose majority vote is that of everybody. Lines are the mean, "
                + "bands hold 95 % of the draws.";
    }

    private record Line(Dimension dimension, List<Point> points) {}

    @Override
    public DrawnFigure of(SelectedSet view, FigureLook look) {
        Growth growth = view.results().growth();
        List<Line> lines = List.of(
                new Line(Dimension.EXPRESSION, growth.expression()),
                new Line(Dimension.VALENCE, growth.valence()),
                new Line(Dimension.AROUSAL, growth.arousal()));
        FigureTable table = table(growth, lines);
        if (growth.expression().isEmpty()
                && growth.valence().isEmpty()
                && growth.arousal().isEmpty()) {
            return DrawnFigure.nothing(this, view, look, table, "It takes two participants to agree.");
        }
        Svg svg = new Svg(look, HEIGHT, title());
        legend(svg, growth.resamples());
        double lowest = Stream.of(growth.expression(), growth.valence(), growth.arousal())
                .flatMap(List::stream)
                .mapToDouble(point -> point.alpha().low())
                .filter(low -> !Double.isNaN(low))
                .min()
                .orElse(0);
        double widest = Stream.of(growth.valence(), growth.arousal())
                .flatMap(List::stream)
                .filter(point -> point.raters() > 3)
                .mapToDouble(point -> point.width().high())
                .filter(high -> !Double.isNaN(high))
                .max()
                .orElse(2);
        AxisScale alpha = new AxisScale(Math.min(0, lowest), 1, BOTTOM, TOP);
        AxisScale width = AxisScale.upTo(widest, BOTTOM, TOP);
        AxisScale share = new AxisScale(0, 1, BOTTOM, TOP);
        panel(svg, 0, "Agreement", "Krippendorff's α", alpha, lines, Point::alpha);
        panel(svg, 1, "Width of the interval", "Width, on a scale of −1 to 1", width, lines, Point::width);
        panel(svg, 2, "Same majority", "Share of images", share, lines, Point::stability);
        view.signCoefficients(svg, HEIGHT);
        return new DrawnFigure(svg.end(), table);
    }

    private static void panel(
            Svg svg,
            int place,
            String heading,
            String unit,
            AxisScale y,
            List<Line> lines,
            Function<Point, Range> figure) {
        double step = (svg.width() + 12) / 3.0;
        double left = LEFT + place * step;
        int most = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToInt(Point::raters)
                .max()
                .orElse(2);
        PlotPanel panel = new PlotPanel(svg, new AxisScale(0, most, left, left + step - 84), y);
        panel.heading(heading)
                .yAxis(unit, 5)
                .xAxis(
                        "Participants",
                        IntStream.of(0, most / 2, most).asDoubleStream().boxed().toList(),
                        AxisScale::words);
        for (Line line : lines) {
            // A point that is wider than the panel, such as the interval of two answers, is not drawn.
            List<Point> points = line.points().stream()
                    .filter(point -> !(figure.apply(point).high() > Math.max(y.from(), y.to()) * (1 + 1e-9)))
                    .toList();
            double[] xs = points.stream().mapToDouble(Point::raters).toArray();
            double[] lows = points.stream()
                    .mapToDouble(point -> figure.apply(point).low())
                    .toArray();
            double[] highs = points.stream()
                    .mapToDouble(point -> figure.apply(point).high())
                    .toArray();
            double[] means = points.stream()
                    .mapToDouble(point -> figure.apply(point).mean())
                    .toArray();
            String colour = Palette.of(line.dimension());
            panel.band(xs, lows, highs, "fill", colour, "fill-opacity", 0.18);
            panel.curve(xs, means, "stroke", colour, "stroke-width", 2);
        }
    }

    private static void legend(Svg svg, int resamples) {
        double x = LEFT;
        for (Dimension dimension : Dimension.values()) {
            svg.line(x, 20, x + 22, 20, "stroke", Palette.of(dimension), "stroke-width", 2);
            svg.text(x + 28, 24, dimension.field());
            x += 96;
        }
        svg.text(
                svg.width() - 14,
                24,
                resamples + " draws of each size",
                "text-anchor",
                "end",
                "fill",
                Palette.MUTED,
                "font-size",
                11);
    }

    private static FigureTable table(Growth growth, List<Line> lines) {
        FigureTable table = new FigureTable(
                "dimension",
                "participants",
                "draws",
                "seed",
                "alpha",
                "alpha_low",
                "alpha_high",
                "width",
                "width_low",
                "width_high",
                "same_majority",
                "same_majority_low",
                "same_majority_high",
                "images");
        for (Line line : lines) {
            for (Point point : line.points()) {
                table.row(
                        line.dimension().field(),
                        point.raters(),
                        growth.resamples(),
                        growth.seed(),
                        point.alpha().mean(),
                        point.alpha().low(),
                        point.alpha().high(),
                        point.width().mean(),
                        point.width().low(),
                        point.width().high(),
                        point.stability().mean(),
                        point.stability().low(),
                        point.stability().high(),
                        point.images());
            }
        }
        return table;
    }
}
