package org.c25.reports;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of a figure's SVG. */
final class SvgShape {

    private SvgShape() {}

    /**
     * Returns the shape of an element; null if it has none, such as a group.
     *
     * @param element its name
     */
    static @Nullable Shape of(String element, Map<String, String> attributes) {
        Places at = new Places(attributes);
        return switch (element) {
            case "rect" -> new Rectangle2D.Double(at.get("x"), at.get("y"), at.get("width"), at.get("height"));
            case "line" -> new Line2D.Double(at.get("x1"), at.get("y1"), at.get("x2"), at.get("y2"));
            case "circle" -> ellipse(at.get("cx"), at.get("cy"), at.get("r"), at.get("r"));
            case "ellipse" -> ellipse(at.get("cx"), at.get("cy"), at.get("rx"), at.get("ry"));
            case "path" -> path(attributes.getOrDefault("d", ""));
            default -> null;
        };
    }

    private record Places(Map<String, String> attributes) {

        double get(String name) {
            return Double.parseDouble(attributes.getOrDefault(name, "0"));
        }
    }

    private static Shape ellipse(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
    }

    /** Returns a path of straight lines, such as {@code M0 1L2 3.5Z}. */
    private static Shape path(String d) {
        Path2D path = new Path2D.Double();
        for (String step : d.split("(?=[MLZ])")) {
            String[] point = step.substring(1).split(" ");
            switch (step.charAt(0)) {
                case 'M' -> path.moveTo(Double.parseDouble(point[0]), Double.parseDouble(point[1]));
                case 'L' -> path.lineTo(Double.parseDouble(point[0]), Double.parseDouble(point[1]));
                default -> path.closePath();
            }
        }
        return path;
    }
}
