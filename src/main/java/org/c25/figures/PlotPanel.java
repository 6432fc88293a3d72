package org.c25.figures;

import java.util.List;
import java.util.function.DoubleFunction;

/** A rectangle with two axes, in which something is plotted. */
public record PlotPanel(Svg svg, AxisScale x, AxisScale y) {

    private static final double TICK = 4;
    private static final double LETTER = 7;

    /** Draws horizontal lines and numbers at the left. */
    public PlotPanel yAxis(String title, int ticks) {
        return yAxis(title, y.ticks(ticks), AxisScale::words);
    }

    public PlotPanel yAxis(String title, List<Double> ticks, DoubleFunction<String> words) {
        for (double tick : ticks) {
            svg.line(x.at(), y.place(tick), x.until(), y.place(tick), "stroke", Palette.GRID);
            svg.text(
                    x.at() - 2 * TICK,
                    y.place(tick) + 4,
                    words.apply(tick),
                    "text-anchor",
                    "end",
                    "fill",
                    Palette.MUTED);
        }
        int longest = ticks.stream()
                .mapToInt(tick -> words.apply(tick).length())
                .max()
                .orElse(0);
        return yTitle(title, Math.max(46, 16 + LETTER * longest));
    }

    /**
     * Writes the title of the y axis, from the bottom to the top.
     *
     * @param away how far it is from the axis, in pixels
     */
    public PlotPanel yTitle(String title, double away) {
        double middle = (y.at() + y.until()) / 2;
        double left = x.at() - away;
        svg.text(left, middle, title, "text-anchor", "middle", "transform", turned(left, middle));
        return this;
    }

    /** Draws upright lines behind what is plotted. */
    public PlotPanel xGrid(int ticks) {
        for (double tick : x.ticks(ticks)) {
            svg.line(x.place(tick), y.at(), x.place(tick), y.until(), "stroke", Palette.GRID);
        }
        return this;
    }

    /** Draws the line at the bottom, its numbers and its title. */
    public PlotPanel xAxis(String title, int ticks) {
        return xAxis(title, x.ticks(ticks), AxisScale::words);
    }

    public PlotPanel xAxis(String title, List<Double> ticks, DoubleFunction<String> words) {
        svg.line(x.at(), y.at(), x.until(), y.at(), "stroke", Palette.AXIS);
        for (double tick : ticks) {
            double place = x.place(tick);
            svg.line(place, y.at(), place, y.at() + TICK, "stroke", Palette.AXIS);
            svg.text(place, y.at() + 17, words.apply(tick), "text-anchor", "middle", "fill", Palette.MUTED);
        }
        svg.text((x.at() + x.until()) / 2, y.at() + 36, title, "text-anchor", "middle");
        return this;
    }

    /** Writes a heading above the panel, at its left. */
    public PlotPanel heading(String text) {
        svg.text(x.at(), y.until() - 12, text, "font-weight", "bold");
        return this;
    }

    /** Draws a line through points; it breaks where a point is NaN. */
    public PlotPanel curve(double[] xs, double[] ys, Object... attributes) {
        StringBuilder d = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < xs.length; i++) {
            if (Double.isNaN(ys[i])) {
                pen = false;
                continue;
            }
            d.append(pen ? 'L' : 'M').append(at(xs[i], ys[i]));
            pen = true;
        }
        if (d.length() > 0) {
            svg.group("fill", "none", "stroke-linejoin", "round");
            svg.path(d.toString(), attributes);
            svg.endGroup();
        }
        return this;
    }

    /** Draws the area between two lines. It leaves out points of which one is NaN. */
    public PlotPanel band(double[] xs, double[] lows, double[] highs, Object... attributes) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isNaN(lows[i]) && !Double.isNaN(highs[i])) {
                d.append(d.length() == 0 ? 'M' : 'L').append(at(xs[i], highs[i]));
            }
        }
        for (int i = xs.length - 1; i >= 0; i--) {
            if (!Double.isNaN(lows[i]) && !Double.isNaN(highs[i])) {
                d.append('L').append(at(xs[i], lows[i]));
            }
        }
        if (d.length() > 0) {
            svg.path(d.append('Z').toString(), attributes);
        }
        return this;
    }

    private String at(double xValue, double yValue) {
        return Svg.number(x.place(xValue)) + " " + Svg.number(y.place(yValue));
    }

    private static String turned(double atX, double atY) {
        return "rotate(-90 " + Svg.number(atX) + " " + Svg.number(atY) + ")";
    }
}
