package org.c25.faces;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** The few strokes that faces are drawn with. Lengths are pixels of the picture, opacities and shares 0 … 1. */
final class FaceBrush {

    final Graphics2D canvas;

    FaceBrush(Graphics2D canvas) {
        this.canvas = canvas;
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    void fill(Shape shape, Paint paint) {
        canvas.setPaint(paint);
        canvas.fill(shape);
    }

    void line(Shape shape, double width, Color color) {
        canvas.setColor(color);
        canvas.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(shape);
    }

    /** Fills the part of the shape near (x, y) with a colour that fades out at the radii. */
    void glow(Shape shape, double x, double y, double radiusX, double radiusY, Color color) {
        AffineTransform stretch = AffineTransform.getTranslateInstance(x, y);
        stretch.scale(radiusX, radiusY);
        fill(
                shape,
                new RadialGradientPaint(
                        new Point2D.Double(),
                        1,
                        new Point2D.Double(),
                        new float[] {0, 0.5f, 1},
                        new Color[] {color, faded(color, 0.55 * color.getAlpha() / 255), faded(color, 0)},
                        CycleMethod.NO_CYCLE,
                        ColorSpaceType.SRGB,
                        stretch));
    }

    /** Returns a path from the first point (two numbers) along cubic curves (six numbers each). */
    static Path2D path(double... numbers) {
        Path2D path = new Path2D.Double();
        path.moveTo(numbers[0], numbers[1]);
        for (int i = 2; i < numbers.length; i += 6) {
            path.curveTo(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4], numbers[i + 5]);
        }
        return path;
    }

    static Path2D closed(double... numbers) {
        Path2D path = path(numbers);
        path.closePath();
        return path;
    }

    /** Returns a whole outline, given its right half, which begins and ends on x = 0. */
    static Path2D symmetric(double... rightHalf) {
        Path2D outline = path(rightHalf);
        double[] left = reversed(rightHalf);
        for (int i = 0; i < left.length; i += 2) {
            left[i] = -left[i];
        }
        outline.append(path(left), true);
        outline.closePath();
        return outline;
    }

    /** Returns the same curve from its end to its start. */
    static double[] reversed(double[] curve) {
        double[] back = new double[curve.length];
        for (int i = 0; i < curve.length; i += 2) {
            back[i] = curve[curve.length - 2 - i];
            back[i + 1] = curve[curve.length - 1 - i];
        }
        return back;
    }

    static Ellipse2D oval(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    /** Returns the shape itself if the side is positive, else the shape as in a mirror that stands on x = 0. */
    static Shape mirrored(Shape shape, double side) {
        return side > 0 ? shape : AffineTransform.getScaleInstance(-1, 1).createTransformedShape(shape);
    }

    static Area common(Shape one, Shape other) {
        Area area = new Area(one);
        area.intersect(new Area(other));
        return area;
    }

    static Color mix(Color from, Color to, double share) {
        return new Color(
                between(from.getRed(), to.getRed(), share),
                between(from.getGreen(), to.getGreen(), share),
                between(from.getBlue(), to.getBlue(), share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** Returns the colour with its red, green and blue multiplied, at most white. */
    static Color times(Color color, double red, double green, double blue) {
        return new Color((int) Math.min(255, color.getRed() * red), (int) Math.min(255, color.getGreen() * green), (int)
                Math.min(255, color.getBlue() * blue));
    }

    static Color faded(Color color, double opacity) {
        int alpha = (int) Math.round(255 * Math.min(1, Math.max(0, opacity)));
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
