package org.c25.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** How one element of a figure's SVG is painted: its own attributes, and those of the elements around it. */
final class SvgBrush {

    private static final String PATTERN = "pattern";
    private static final boolean FONTS = tryFonts();

    private final Map<String, String> attributes;

    /** The colours of the hatchings that were defined, by their ids; the same for all elements. */
    private final Map<String, String> hatchings;

    private SvgBrush(Map<String, String> attributes, Map<String, String> hatchings) {
        this.attributes = attributes;
        this.hatchings = hatchings;
    }

    /** Returns the brush of the outermost element, which the reader stands at. */
    static SvgBrush of(XMLStreamReader root) {
        return new SvgBrush(Map.of("fill", "#000000", "font-size", "12"), new HashMap<>()).in(root);
    }

    /** Returns the brush of an element within this one, which the reader stands at. */
    SvgBrush in(XMLStreamReader element) {
        Map<String, String> all = new HashMap<>(attributes);
        all.remove("transform");
        for (int i = 0; i < element.getAttributeCount(); i++) {
            all.put(element.getAttributeLocalName(i), element.getAttributeValue(i));
        }
        if (element.getLocalName().equals(PATTERN)) {
            all.put(PATTERN, all.getOrDefault("id", ""));
        }
        return new SvgBrush(all, hatchings);
    }

    private static boolean tryFonts() {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("x", new FontRenderContext(null, true, true));
            return true;
        } catch (RuntimeException | LinkageError | InternalError none) {
            return false;
        }
    }

    /** Whether this machine has any fonts to paint with. */
    static boolean hasFonts() {
        return FONTS;
    }

    /**
     * Paints the element.
     *
     * @return whether the element was text, and has been read to its end
     */
    boolean paint(XMLStreamReader element, Graphics2D canvas) throws XMLStreamException {
        String name = element.getLocalName();
        if (attributes.containsKey(PATTERN)) {
            hatchings.put(attribute(PATTERN), attribute("fill")); // The last one is that of the stripes.
        } else if (name.equals("text")) {
            write(element.getElementText(), canvas);
            return true;
        } else {
            Shape shape = SvgShape.of(name, attributes);
            if (shape != null) {
                fill(shape, canvas);
                stroke(shape, canvas);
            }
        }
        return false;
    }

    private void fill(Shape shape, Graphics2D canvas) {
        if (!(shape instanceof Line2D) && !attribute("fill").equals("none")) {
            canvas.setPaint(paint());
            canvas.fill(shape);
        }
    }

    /** Returns what areas are filled with: a colour, or slanting stripes of one, five pixels from one to the next. */
    private Paint paint() {
        String fill = attribute("fill");
        if (!fill.startsWith("url(#")) {
            return colour(fill, "fill-opacity");
        }
        String stripes = hatchings.getOrDefault(fill.substring(5, fill.length() - 1), "#000000");
        float across = (float) (5 * Math.sqrt(0.5));
        return new LinearGradientPaint(
                0,
                0,
                across,
                across,
                new float[] {0, 0.5f, 0.501f, 1},
                new Color[] {Color.decode(stripes), Color.decode(stripes), Color.WHITE, Color.WHITE},
                CycleMethod.REPEAT);
    }

    private void stroke(Shape shape, Graphics2D canvas) {
        float width = Float.parseFloat(attributes.getOrDefault("stroke-width", "1"));
        if (attributes.getOrDefault("stroke", "none").equals("none") || width == 0) {
            return;
        }
        int join = "round".equals(attributes.get("stroke-linejoin")) ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
        canvas.setPaint(colour(attribute("stroke"), "stroke-opacity"));
        canvas.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, join, 4, dashes(), 0));
        canvas.draw(shape);
    }

    private float @Nullable [] dashes() {
        String dashes = attributes.getOrDefault("stroke-dasharray", "none");
        if (dashes.equals("none")) {
            return null;
        }
        String[] two = dashes.split(" ");
        return new float[] {Float.parseFloat(two[0]), Float.parseFloat(two[1])};
    }

    private Color colour(String colour, String opacity) {
        double share = Double.parseDouble(attributes.getOrDefault(opacity, "1"));
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return new Color(rgb | (int) Math.round(255 * share) << 24, true);
    }

    private void write(String text, Graphics2D canvas) {
        Font font = font(text);
        double width = font.getStringBounds(text, canvas.getFontRenderContext()).getWidth();
        double before = switch (attributes.getOrDefault("text-anchor", "start")) {
            case "middle" -> width / 2;
            case "end" -> width;
            default -> 0;
        };
        AffineTransform upright = canvas.getTransform();
        String transform = attributes.getOrDefault("transform", "");
        if (transform.startsWith("rotate(")) {
            String[] turn = transform.substring(7, transform.length() - 1).split(" ");
            canvas.rotate(
                    Math.toRadians(Double.parseDouble(turn[0])),
                    Double.parseDouble(turn[1]),
                    Double.parseDouble(turn[2]));
        }
        canvas.setPaint(paint());
        canvas.setFont(font);
        canvas.drawString(text, (float) (number("x") - before), (float) number("y"));
        canvas.setTransform(upright);
    }

    /** Returns the first of the families that this machine has and that has every letter. */
    private Font font(String text) {
        int style = "bold".equals(attributes.get("font-weight")) ? Font.BOLD : Font.PLAIN;
        float size = (float) number("font-size");
        String[] families = attribute("font-family").split(", ");
        String generic = families[families.length - 1].equals("serif") ? Font.SERIF : Font.SANS_SERIF;
        return Stream.of(families)
                .map(family -> new Font(family, style, 1))
                .filter(font -> Stream.of(families).anyMatch(font.getFamily(Locale.ROOT)::equalsIgnoreCase))
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .orElseGet(() -> new Font(generic, style, 1))
                .deriveFont(size);
    }

    private double number(String name) {
        return Double.parseDouble(attributes.getOrDefault(name, "0"));
    }

    private String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
