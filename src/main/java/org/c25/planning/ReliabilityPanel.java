package org.c25.planning;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.agreement.Estimate;
import org.c25.figures.AxisScale;
import org.c25.figures.Palette;
import org.c25.figures.PlotPanel;
import org.c25.figures.Svg;

/** A panel with reliability (0 … 1, upwards) by the number of raters (across). */
record ReliabilityPanel(PlotPanel panel) {

    static final double BOTTOM = 280;
    static final double TOP = 60;

    /** Draws the axes. */
    static ReliabilityPanel of(Svg svg, double left, double right, int most, String heading, String unit) {
        PlotPanel panel = new PlotPanel(svg, new AxisScale(0, most, left, right), new AxisScale(0, 1, BOTTOM, TOP));
        panel.heading(heading)
                .yAxis(unit, 5)
                .xAxis(
                        "Raters",
                        IntStream.of(0, most / 2, most).asDoubleStream().boxed().toList(),
                        AxisScale::words);
        return new ReliabilityPanel(panel);
    }

    /** Draws a line across, at a reliability that is wanted. */
    ReliabilityPanel wanted(double reliability) {
        AxisScale x = panel.x();
        double y = panel.y().place(reliability);
        panel.svg()
                .line(x.at(), y, x.until(), y, "stroke", Palette.MUTED, "stroke-width", 1, "stroke-dasharray", "2 3");
        return this;
    }

    /** Draws an upright line at the number of raters that there are, or that are needed. */
    ReliabilityPanel mark(double raters) {
        AxisScale y = panel.y();
        double x = panel.x().place(raters);
        panel.svg().line(x, y.at(), x, y.until(), "stroke", Palette.AXIS, "stroke-width", 1);
        return this;
    }

    /**
     * Draws a curve.
     *
     * @param first the number of raters of the first point; the others follow one by one
     */
    ReliabilityPanel curve(int first, List<Estimate> points, String colour, boolean dashed) {
        double[] xs =
                IntStream.range(first, first + points.size()).asDoubleStream().toArray();
        double[] ys =
                points.stream().mapToDouble(point -> Math.max(0, point.value())).toArray();
        panel.curve(xs, ys, "stroke", colour, "stroke-width", 2, "stroke-dasharray", dashed ? "5 4" : "none");
        return this;
    }

    ReliabilityPanel band(int first, List<Estimate> points, String colour) {
        double[] xs =
                IntStream.range(first, first + points.size()).asDoubleStream().toArray();
        double[] lows =
                points.stream().mapToDouble(point -> Math.max(0, point.low())).toArray();
        double[] highs =
                points.stream().mapToDouble(point -> Math.max(0, point.high())).toArray();
        panel.band(xs, lows, highs, "fill", colour, "fill-opacity", 0.18);
        return this;
    }

    /** Says which line is which, at the top of a picture. */
    static void legend(Svg svg, String solid, String dashed) {
        svg.line(58, 20, 80, 20, "stroke", Palette.TEXT, "stroke-width", 2);
        svg.text(86, 24, solid);
        double x = 58 + svg.width() / 2.0 - 20;
        svg.line(x, 20, x + 22, 20, "stroke", Palette.TEXT, "stroke-width", 2, "stroke-dasharray", "5 4");
        svg.text(x + 28, 24, dashed);
    }
}
