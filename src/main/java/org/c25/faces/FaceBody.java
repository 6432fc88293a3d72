package org.c25.faces;

import static org.c25.faces.FaceBrush.closed;
import static org.c25.faces.FaceBrush.common;
import static org.c25.faces.FaceBrush.faded;
import static org.c25.faces.FaceBrush.mirrored;
import static org.c25.faces.FaceBrush.mix;
import static org.c25.faces.FaceBrush.oval;
import static org.c25.faces.FaceBrush.path;
import static org.c25.faces.FaceBrush.symmetric;
import static org.c25.faces.FaceBrush.times;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.SplittableRandom;
import org.c25.faces.FaceLook.Beard;
import org.c25.faces.FaceLook.Glasses;
import org.c25.faces.FaceLook.HairStyle;
import org.c25.faces.FacePose.Move;

/**
 * Draws everything that carries the features: backdrop, clothes, neck, head, beard, glasses. Coordinates are those of
 * {@link FaceFeatures}.
 */
final class FaceBody {

    private static final double[] SIDES = {-1, 1};

    private final FaceBrush brush;
    private final FaceLook look;
    private final FacePose pose;
    private final Path2D head;

    FaceBody(FaceBrush brush, FaceLook look, FacePose pose) {
        this.brush = brush;
        this.look = look;
        this.pose = pose;
        this.head = outline(look.chin() + FaceMouth.jawDrop(pose));
    }

    /** Returns the outline of the head without ears. */
    Shape head() {
        return head;
    }

    private Path2D outline(double chin) {
        double w = look.width();
        double j = w * look.jaw();
        // Hair hides how high a head is; bare, the same height would look like an egg.
        double top = look.style() == HairStyle.BALD || look.style() == HairStyle.RECEDING ? -108 : -118;
        return symmetric(
                0, top, w * 0.6, top, w, -76, w, -14, w, 26, j + 29, chin - 32, j, chin - 10, j - 11, chin - 2, 14,
                chin, 0, chin);
    }

    /** Draws the plain backdrop over the whole picture, in the picture's own coordinates. */
    void drawBackdrop(int size) {
        Color color = look.backdrop();
        Shape all = new Rectangle2D.Double(0, 0, size, size);
        brush.fill(
                all, new GradientPaint(0, 0, mix(color, Color.WHITE, 0.25), 0, size, times(color, 0.93, 0.93, 0.94)));
        brush.glow(all, size * 0.42, size * 0.36, size * 0.55, size * 0.55, faded(Color.WHITE, 0.55));
    }

    void drawNeckAndClothes() {
        double half = 39 - 8 * look.softness();
        double slope = 150 - 14 * look.softness();
        Path2D neck = symmetric(
                0, 60, half, 60, half, 60, half, 60, half, 100, half - 1, 122, half + 8, 136, 60, 150, 60, 160, 60, 220,
                0, 220, 0, 220, 0, 220);
        brush.fill(neck, look.skin());
        Shape underChin = AffineTransform.getTranslateInstance(3, 17).createTransformedShape(head);
        brush.fill(common(neck, underChin), mix(look.skin(), look.shade(), 0.85));
        drawClothes(half, slope);
    }

    private void drawClothes(double half, double slope) {
        double collar = half + 7;
        boolean deep = look.neckline() == FaceLook.Neckline.V;
        double dip = deep ? 186 : 158;
        double flat = deep ? 8 : 22;
        double edge = collar - 6;
        double arm = slope + 6;
        Path2D clothes = symmetric(
                0, dip, flat, dip, edge, 150, collar, 134, 80, 150, arm - 11, 142, arm, 230, arm, 230, 0, 230, 0, 230);
        brush.fill(clothes, look.clothes());
        brush.glow(clothes, -60, 150, 90, 60, faded(Color.WHITE, 0.13));
        brush.glow(clothes, 100, 205, 110, 70, faded(Color.BLACK, 0.12));
        switch (look.neckline()) {
            case CREW, V -> {
                Path2D hem = path(-collar, 134, -edge, 150, -flat, dip, 0, dip, flat, dip, edge, 150, collar, 134);
                brush.line(hem, 4.5, times(look.clothes(), 0.84, 0.84, 0.86));
            }
            case COLLAR -> drawCollar(collar);
            case TURTLENECK -> drawTurtleneck(half);
        }
    }

    private void drawCollar(double collar) {
        Color cloth = mix(look.clothes(), Color.WHITE, 0.78);
        for (double side : SIDES) {
            Path2D flap = new Path2D.Double();
            flap.moveTo(collar - 4, 126);
            flap.lineTo(collar + 16, 146);
            flap.lineTo(30, 182);
            flap.lineTo(1, 160);
            flap.closePath();
            brush.fill(mirrored(flap, side), cloth);
            brush.line(mirrored(flap, side), 1.4, times(cloth, 0.86, 0.86, 0.88));
        }
    }

    private void drawTurtleneck(double half) {
        double out = half + 10;
        Path2D roll = symmetric(
                0, 123, half / 2, 123, half, 121, half + 4, 116, half + 8, 126, out, 140, out, 150, half, 157, half / 2,
                161, 0, 161);
        brush.fill(roll, mix(look.clothes(), Color.WHITE, 0.06));
        brush.line(
                path(-half - 8, 142, -half, 152, half, 152, half + 8, 142), 2, times(look.clothes(), 0.84, 0.84, 0.86));
    }

    void drawHead() {
        drawEars();
        double w = look.width();
        brush.fill(head, look.skin());
        brush.glow(head, -w * 0.35, -60, w, 80, faded(Color.WHITE, 0.2));
        brush.glow(head, w * 1.08, 30, w * 0.62, 150, faded(look.shade(), 0.75));
        brush.glow(head, -w * 1.12, 40, w * 0.4, 130, faded(look.shade(), 0.5));
        brush.glow(head, 0, look.chin() + 12, 80, 26, faded(look.shade(), 0.5));
        drawCheeks();
        drawAge();
        drawFreckles();
    }

    private void drawEars() {
        double x = look.width();
        Path2D ear = closed(
                x - 6, -12, x + 4, -20, x + 14, -14, x + 12, 4, x + 11, 18, x + 5, 32, x - 8, 28, x - 6, 28, x - 6, -12,
                x - 6, -12);
        Path2D fold = path(x + 1, -6, x + 8, -10, x + 9, 6, x + 3, 14);
        for (double side : SIDES) {
            brush.fill(mirrored(ear, side), mix(look.skin(), look.shade(), 0.3));
            brush.line(mirrored(fold, side), 1.8, faded(look.line(), 0.45));
            if (look.earrings()) {
                brush.fill(oval(side * (x + 5), 29, 4, 4), new Color(0xE2B659));
            }
        }
    }

    private void drawCheeks() {
        double warmth = 0.3 + 0.18 * look.softness() + 0.18 * pose.positive(Move.CHEEK);
        double fair = look.skin().getGreen() / 255.0;
        Color blush = faded(mix(look.skin(), new Color(0xE0584F), 0.25 + 0.4 * fair), warmth * (0.5 + 0.3 * fair));
        for (double side : SIDES) {
            brush.glow(oval(side * 50, 40, 26, 20), side * 50, 40, 26, 20, blush);
        }
    }

    private void drawAge() {
        double age = Math.max(0, look.age() - 0.5) * 1.1;
        double raised = 0.55 * Math.max(0, pose.at(Move.BROW_INNER));
        Color forehead = faded(look.line(), Math.max(age * 0.6, Math.min(0.5, raised) * (0.35 + 0.6 * look.age())));
        brush.line(path(-30, -62, -12, -66, 12, -66, 30, -62), 1.7, forehead);
        brush.line(path(-24, -53, -10, -56, 10, -56, 24, -53), 1.7, forehead);
        for (double side : SIDES) {
            Color crow = faded(look.line(), age * 0.7);
            brush.line(mirrored(path(60, 2, 64, 1, 67, -1, 69, -4), side), 1.5, crow);
            brush.line(mirrored(path(60, 7, 64, 8, 67, 10, 69, 12), side), 1.5, crow);
        }
    }

    private void drawFreckles() {
        if (!look.freckles()) {
            return;
        }
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 26; i++) {
            double x = (i % 2 == 0 ? -1 : 1) * (12 + 44 * random.nextDouble());
            double y = 22 + 22 * random.nextDouble();
            double radius = 1 + 0.7 * random.nextDouble();
            brush.fill(oval(x, y, radius, radius), faded(new Color(0xA8623A), 0.42));
        }
    }

    /** Draws the beard; the mouth is drawn over it later. */
    void drawBeard() {
        if (look.beard() == Beard.NONE) {
            return;
        }
        Color color = mix(
                look.age() > FaceLook.GREY ? look.hair() : look.brow(),
                look.skin(),
                look.beard() == Beard.STUBBLE ? 0.45 : 0.08);
        double opacity = look.beard() == Beard.STUBBLE ? 0.26 : 1;
        Area beard = new Area();
        double lip = 62 - 5 * pose.positive(Move.LIP_RAISE) - 0.2 * 20 * pose.positive(Move.OPEN);
        if (look.beard() != Beard.SHORT) {
            beard.add(new Area(moustache(lip)));
        }
        if (look.beard() != Beard.MOUSTACHE) {
            beard.add(jawBeard());
        }
        brush.fill(beard, faded(color, opacity));
        if (opacity == 1) {
            brush.glow(beard, -20, look.chin() - 4, 60, 30, faded(mix(color, Color.WHITE, 0.4), 0.35));
        }
    }

    private Path2D moustache(double y) {
        // The ends of the moustache move with the corners of the mouth.
        double left = y - 8 - 8 * pose.at(Move.SMILE);
        double right = left - 9 * pose.at(Move.SMILE_ONE);
        return closed(
                0,
                y - 12,
                12,
                y - 16,
                28,
                right,
                36,
                right + 18,
                26,
                right + 14,
                14,
                y + 2,
                0,
                y + 1,
                -14,
                y + 2,
                -26,
                left + 14,
                -36,
                left + 18,
                -28,
                left,
                -12,
                y - 16,
                0,
                y - 12);
    }

    private Area jawBeard() {
        double w = look.width();
        double low = look.beard() == Beard.FULL ? 9 : 2.5;
        Area beard = new Area(outline(look.chin() + FaceMouth.jawDrop(pose) + low));
        double lips = look.beard() == Beard.STUBBLE ? 8 : 0.75 * FaceMouth.half(pose);
        Path2D cheeks = symmetric(
                0, 78, 5, 78, 8, 77, 10, 76, lips, 74, lips, 60, 36, 56, 58, 50, w - 8, 40, w + 9, 8, w + 9, -150, w,
                -150, 0, -150);
        beard.subtract(new Area(cheeks));
        return beard;
    }

    void drawGlasses() {
        if (look.glasses() == Glasses.NONE) {
            return;
        }
        // Dark frames would be lost on dark skin.
        boolean fair = look.skin().getGreen() > 115;
        Color frame =
                fair ? mix(look.accent(), new Color(0x2A2530), 0.7) : mix(look.accent(), new Color(0xF0D9B0), 0.5);
        double corner = look.glasses() == Glasses.ROUND ? 56 : 22;
        double top = look.glasses() == Glasses.ROUND ? -24 : -19;
        double height = look.glasses() == Glasses.ROUND ? 58 : 48;
        for (double side : SIDES) {
            Shape lens = mirrored(new RoundRectangle2D.Double(8, top, 57, height, corner, corner), side);
            brush.fill(lens, faded(Color.WHITE, 0.06));
            brush.line(lens, 3.2, frame);
            if (look.style() != HairStyle.HEADSCARF) {
                brush.line(mirrored(path(65, -4, 70, -6, 74, -7, look.width() - 4, -7), side), 3.2, frame);
            }
        }
        brush.line(path(-8, 0, -4, -5, 4, -5, 8, 0), 3.2, frame);
    }
}
