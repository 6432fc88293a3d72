package org.c25.results;

import java.util.List;
import java.util.function.DoubleFunction;

/** A rectangle with two axes, in which something is plotted. */
record Panel(Svg svg, Scale x, Scale y) {

    private static final double TICK = 4;

    /** Horizontal lines and numbers at the left. */
    Panel yAxis(String title, int ticks) {
        return yAxis(title, y.ticks(ticks), Scale::words);
    }

    Panel yAxis(String title, List<Double> ticks, DoubleFunction<String> words) {
        for (double tick : ticks) {
            svg.line(x.at(), y.place(tick), x.until(), y.place(tick), "stroke", Ink.GRID);
            svg.text(x.at() - 2 * TICK, y.place(tick) + 4, words.apply(tick), "text-anchor", "end", "fill", Ink.MUTED);
        }
        double middle = (y.at() + y.until()) / 2;
        double left = x.at() - 46;
        svg.text(left, middle, title, "text-anchor", "middle", "transform", turned(left, middle));
        return this;
    }

    /** The line at the bottom, its numbers, and what they are. */
    Panel xAxis(String title, int ticks) {
        return xAxis(title, x.ticks(ticks), Scale::words);
    }

    Panel xAxis(String title, List<Double> ticks, DoubleFunction<String> words) {
        svg.line(x.at(), y.at(), x.until(), y.at(), "stroke", Ink.AXIS);
        for (double tick : ticks) {
            double place = x.place(tick);
            svg.line(place, y.at(), place, y.at() + TICK, "stroke", Ink.AXIS);
            svg.text(place, y.at() + 17, words.apply(tick), "text-anchor", "middle", "fill", Ink.MUTED);
        }
        svg.text((x.at() + x.until()) / 2, y.at() + 36, title, "text-anchor", "middle");
        return this;
    }

    /** What stands above the panel, at its left. */
    Panel heading(String text) {
        svg.text(x.at(), y.until() - 12, text, "font-weight", "bold");
        return this;
    }

    /** A line through points; where one is NaN it is broken. */
    Panel curve(double[] xs, double[] ys, Object... attributes) {
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

    /** The area between two lines. Points of which one is NaN are left out. */
    Panel band(double[] xs, double[] lows, double[] highs, Object... attributes) {
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
