package org.c25.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Writes a picture as SVG 1.1, element by element. Attributes alone say how things look, so that they look the same on
 * a page with a strict content policy, in a browser's tab, and in a drawing program; the same picture is always the
 * same bytes.
 */
public final class Svg {

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
            font-family="%s" font-size="12" fill="%s">
            """;
    private static final int DECIMALS = 2;

    private final StringBuilder out = new StringBuilder();
    private final int width;

    /**
     * Begins a picture that is as wide as the look says.
     *
     * @param title what the picture shows, for people who can't see it
     */
    public Svg(FigureLook look, int height, String title) {
        this.width = look.width();
        String families = look.font().families();
        out.append(String.format(Locale.ROOT, HEAD, width, height, width, height, families, Palette.TEXT));
        element("title", escaped(title));
        rect(0, 0, width, height, "fill", "#ffffff");
    }

    public int width() {
        return width;
    }

    /** Begins a group whose attributes hold for everything in it. */
    public Svg group(Object... attributes) {
        open("g", attributes).append(">\n");
        return this;
    }

    public Svg endGroup() {
        out.append("</g>\n");
        return this;
    }

    /** Says of the group that was just begun what it is; browsers show it under the pointer. */
    public Svg hint(String text) {
        return element("title", escaped(text));
    }

    public Svg rect(double x, double y, double width, double height, Object... attributes) {
        open("rect", "x", x, "y", y, "width", Math.max(0, width), "height", Math.max(0, height));
        return empty(attributes);
    }

    public Svg line(double x1, double y1, double x2, double y2, Object... attributes) {
        open("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2);
        return empty(attributes);
    }

    public Svg circle(double x, double y, double radius, Object... attributes) {
        open("circle", "cx", x, "cy", y, "r", radius);
        return empty(attributes);
    }

    public Svg ellipse(double x, double y, double rx, double ry, Object... attributes) {
        open("ellipse", "cx", x, "cy", y, "rx", rx, "ry", ry);
        return empty(attributes);
    }

    public Svg path(String d, Object... attributes) {
        open("path", "d", d);
        return empty(attributes);
    }

    public Svg text(double x, double y, String text, Object... attributes) {
        open("text", "x", x, "y", y);
        attributes(attributes);
        out.append('>').append(escaped(text)).append("</text>\n");
        return this;
    }

    /** Defines a pattern of slanting lines that fills an area: {@code fill="url(#id)"}. */
    public Svg hatching(String id, String colour) {
        open("pattern", "id", id, "width", 5, "height", 5, "patternUnits", "userSpaceOnUse");
        attributes("patternTransform", "rotate(45)");
        out.append(">\n");
        rect(0, 0, 5, 5, "fill", "#ffffff");
        rect(0, 0, 2.5, 5, "fill", colour);
        out.append("</pattern>\n");
        return this;
    }

    public String end() {
        return out.append("</svg>\n").toString();
    }

    /** Returns a number as SVG writes it: two decimals at most, and no zeros at the end. */
    public static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private Svg element(String name, String content) {
        out.append('<').append(name).append('>').append(content);
        out.append("</").append(name).append(">\n");
        return this;
    }

    private StringBuilder open(String name, Object... attributes) {
        out.append('<').append(name);
        attributes(attributes);
        return out;
    }

    private Svg empty(Object... attributes) {
        attributes(attributes);
        out.append("/>\n");
        return this;
    }

    private void attributes(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(value instanceof Number number ? number(number.doubleValue()) : escaped(value.toString()));
            out.append('"');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
