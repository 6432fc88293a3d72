package org.c25.trainer.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.c25.trainer.pictures.Picture;

/** Draws a face in a few strokes: a sitter, a mien, and a head that never sits quite the same. */
final class FaceDrawing {

    private static final int NOISE = 4;

    private final Graphics2D pen;
    private final int side;

    private FaceDrawing(Graphics2D pen, int side) {
        this.pen = pen;
        this.side = side;
    }

    /** @param side width and height in pixels */
    static Picture draw(Sitter sitter, Mien mien, int side, Random random) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(sitter.back());
        pen.fillRect(0, 0, side, side);
        pen.translate(side * (0.5 + 0.02 * random.nextGaussian()), side * (0.5 + 0.02 * random.nextGaussian()));
        pen.rotate(0.04 * random.nextGaussian());
        double zoom = 1 + 0.03 * random.nextGaussian();
        pen.scale(zoom, zoom);
        new FaceDrawing(pen, side).face(sitter, mien);
        pen.dispose();
        return noisy(image, random);
    }

    private void face(Sitter sitter, Mien mien) {
        pen.setColor(sitter.hair());
        oval(0, -0.06, sitter.width() + 0.08, sitter.height() + 0.06);
        pen.setColor(sitter.skin());
        oval(0, 0, sitter.width(), sitter.height());
        for (int right = -1; right <= 1; right += 2) {
            eye(sitter, mien, right);
            brow(sitter, mien, right);
        }
        nose(sitter, mien);
        mouth(sitter, mien);
    }

    private void eye(Sitter sitter, Mien mien, int right) {
        double x = right * sitter.eyes();
        double tall = 0.085 * (1 + 0.7 * mien.eyes());
        pen.setColor(Color.WHITE);
        oval(x, -0.08, 0.14, tall);
        pen.setColor(sitter.hair().darker());
        oval(x, -0.08, 0.055, Math.min(0.055, tall));
    }

    private void brow(Sitter sitter, Mien mien, int right) {
        double inner = right * (sitter.eyes() - 0.07);
        double outer = right * (sitter.eyes() + 0.08);
        double level = -0.08 - sitter.brows();
        pen.setColor(sitter.hair());
        stroke(0.04);
        line(inner, level - 0.075 * mien.innerBrow(), outer, level - 0.075 * mien.outerBrow());
    }

    private void nose(Sitter sitter, Mien mien) {
        pen.setColor(sitter.skin().darker());
        stroke(0.025);
        line(0, -0.05, -0.03, 0.08 - 0.02 * mien.nose());
        line(-0.03, 0.08 - 0.02 * mien.nose(), 0.03, 0.08 - 0.02 * mien.nose());
        for (int fold = 0; fold < 2 && mien.nose() > 0.1; fold++) {
            double y = -0.03 + 0.035 * fold;
            double wide = 0.08 * mien.nose();
            line(-wide, y - 0.02, wide, y - 0.02);
            line(-wide - 0.05, y + 0.07, -wide, y + 0.03);
            line(wide, y + 0.03, wide + 0.05, y + 0.07);
        }
    }

    private void mouth(Sitter sitter, Mien mien) {
        double half = sitter.mouth() * (1 + 0.4 * mien.width()) / 2;
        double left = 0.25 - 0.1 * mien.corners();
        double right = left - 0.15 * mien.oneCorner();
        double middle = 0.25 + 0.1 * mien.corners();
        double gap = 0.2 * Math.max(0, mien.open());
        Path2D lips = new Path2D.Double();
        lips.moveTo(-half * side, left * side);
        lips.quadTo(0, (middle - gap / 2) * side, half * side, right * side);
        lips.quadTo(0, (middle + gap * 1.5) * side, -half * side, left * side);
        pen.setColor(new Color(90, 20, 30));
        pen.fill(lips);
        pen.setColor(new Color(160, 60, 60));
        stroke(0.035);
        pen.draw(lips);
    }

    private void oval(double x, double y, double width, double height) {
        pen.fill(new Ellipse2D.Double((x - width / 2) * side, (y - height / 2) * side, width * side, height * side));
    }

    private void line(double x1, double y1, double x2, double y2) {
        pen.draw(new Line2D.Double(x1 * side, y1 * side, x2 * side, y2 * side));
    }

    private void stroke(double width) {
        pen.setStroke(new BasicStroke((float) (width * side), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static Picture noisy(BufferedImage image, Random random) {
        int side = image.getWidth();
        int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
        for (int at = 0; at < pixels.length; at++) {
            int pixel = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int value = (pixels[at] >> shift & 0xFF) + (int) Math.round(NOISE * random.nextGaussian());
                pixel |= Math.min(0xFF, Math.max(0, value)) << shift;
            }
            pixels[at] = pixel;
        }
        return new Picture(side, side, pixels);
    }
}
