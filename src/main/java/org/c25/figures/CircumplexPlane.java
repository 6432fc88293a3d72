package org.c25.figures;

import org.c25.affect.Dimension;

/** The plane of valence and arousal in which images lie. */
final class CircumplexPlane {

    private static final double LEAST = 1.5;

    private CircumplexPlane() {}

    /** Draws the square from −1 to 1 in which images lie, with its axes. */
    static PlotPanel draw(Svg svg, FigureLook look, double left, double top, double side) {
        PlotPanel panel =
                new PlotPanel(svg, new AxisScale(-1, 1, left, left + side), new AxisScale(-1, 1, top + side, top));
        panel.yAxis(axis(look.y()), 4).xAxis(axis(look.x()), 4);
        svg.line(panel.x().place(0), top + side, panel.x().place(0), top, "stroke", Palette.AXIS);
        svg.line(left, panel.y().place(0), left + side, panel.y().place(0), "stroke", Palette.AXIS);
        return panel;
    }

    private static String axis(Dimension dimension) {
        return "Mean " + dimension.field() + " (−1 to 1)";
    }

    /**
     * Returns a half axis in pixels. It is never less than a dot, so that an image without spread, or with one answer
     * alone, can be seen.
     */
    static double radius(MeanAndSpread moments, AxisScale scale) {
        double se = Double.isNaN(moments.standardError()) ? 0 : moments.standardError();
        return Math.max(LEAST, Math.abs(scale.place(se) - scale.place(0)));
    }
}
