package org.c25.trainer.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture that grows by its shapes. Lengths are pixels, from the upper left. */
final class Svg {

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;
    private final String said;

    /** @param said what a screen reader says of it */
    Svg(int width, int height, String said) {
        this.width = width;
        this.height = height;
        this.said = said;
    }

    /** @param strength how dark the cell is, 0 … 1 */
    void cell(double x, double y, double side, double strength) {
        shapes.append(String.format(
                Locale.ROOT,
                "<rect class=\"cell\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill-opacity=\"%.3f\"/>",
                x,
                y,
                side,
                side,
                Math.max(0, Math.min(1, strength))));
    }

    void line(double x1, double y1, double x2, double y2, String kind) {
        shapes.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    /** @param points x and y of each */
    void curve(List<double[]> points, String kind) {
        String places = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point[0], point[1]))
                .collect(Collectors.joining(" "));
        shapes.append("<polyline class=\"")
                .append(kind)
                .append("\" points=\"")
                .append(places)
                .append("\"/>");
    }

    /** @param said what is shown where a mouse rests on it; nothing if empty */
    void point(double x, double y, double radius, String kind, String said) {
        shapes.append(String.format(
                Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"", kind, x, y, radius));
        shapes.append(said.isEmpty() ? "/>" : "><title>" + Html.escaped(said) + "</title></circle>");
    }

    void frame(double x, double y, double side) {
        shapes.append(String.format(
                Locale.ROOT,
                "<rect class=\"frame\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                x,
                y,
                side,
                side));
    }

    /** Writes from below to above, its middle at the place. */
    void upwards(double x, double y, String text) {
        shapes.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                x,
                y,
                Html.escaped(text)));
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    void text(double x, double y, String text, String anchor, String kind) {
        shapes.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                kind,
                x,
                y,
                anchor,
                Html.escaped(text)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%s</svg>",
                width,
                height,
                width,
                height,
                Html.escaped(said),
                shapes);
    }
}
