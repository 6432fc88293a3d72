package org.c25.faces;

import static org.c25.faces.FaceBrush.closed;
import static org.c25.faces.FaceBrush.common;
import static org.c25.faces.FaceBrush.faded;
import static org.c25.faces.FaceBrush.mirrored;
import static org.c25.faces.FaceBrush.mix;
import static org.c25.faces.FaceBrush.oval;
import static org.c25.faces.FaceBrush.path;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Arrays;
import org.c25.faces.FacePose.Move;

/**
 * Draws the parts of a face that move: eyes, brows, nose.
 *
 * <p>Coordinates are pixels from the point between the eyes, y downwards. A part that comes in a pair is drawn for the
 * right of the picture and mirrored.
 */
final class FaceFeatures {

    private static final double EYE_X = 36;
    private static final double EYE_Y = 4;
    private static final Color EYE_WHITE = new Color(0xFBF7F3);
    private static final Color LASH = new Color(0x2B1B19);

    private final FaceBrush brush;
    private final FaceLook look;
    private final FacePose pose;

    FaceFeatures(FaceBrush brush, FaceLook look, FacePose pose) {
        this.brush = brush;
        this.look = look;
        this.pose = pose;
    }

    void drawEyes() {
        drawEye(-1);
        drawEye(1);
    }

    private void drawEye(double side) {
        double open = Math.min(1.55, Math.max(0.24, 1 + 0.6 * pose.at(Move.EYE_OPEN)));
        double upper = 11.5 * open;
        double lower = Math.max(1, 8.5 * (0.65 + 0.35 * open) - 6.5 * pose.positive(Move.CHEEK));
        double slant = 5 * pose.at(Move.LID_SLANT);
        double[] lid = {-18, 2.5, -13, -upper * 1.12 - slant, 5, -upper * 1.42 + 0.4 * slant, 19, -1.5 + 0.6 * slant};
        Shape eye = at(side, closed(with(lid, 12, lower * 1.25 - 1, -8, lower * 1.3 + 1, lid[0], lid[1])));
        brush.fill(eye, EYE_WHITE);
        drawIris(side, eye, open);
        Shape lidShadow = at(side, moved(path(lid), 0, 1.6));
        brush.line(eye, 0.8, faded(look.line(), 0.35));
        brush.line(lidShadow, 2.2, faded(look.line(), 0.28));
        drawLashes(side, lid);
        drawLidCrease(side, lid);
        drawLowerLid(side, lower);
    }

    private void drawIris(double side, Shape eye, double open) {
        double x = side * EYE_X + 5.5 * pose.at(Move.GAZE_X);
        double y = EYE_Y - 1 + 4 * pose.at(Move.GAZE_Y) + 0.8 * Math.min(0, 1 - open);
        double radius = 10.6;
        Shape iris = common(eye, oval(x, y, radius, radius));
        brush.fill(iris, mix(look.iris(), LASH, 0.45));
        brush.fill(common(eye, oval(x, y, radius - 1.6, radius - 1.6)), look.iris());
        brush.glow(iris, x, y + 6, 8, 6, faded(mix(look.iris(), Color.WHITE, 0.5), 0.55));
        brush.fill(common(eye, oval(x, y, 5, 5)), new Color(0x17100F));
        brush.fill(common(eye, oval(x - 3.6, y - 3.8, 2.7, 2.7)), faded(Color.WHITE, 0.95));
        brush.fill(common(eye, oval(x + 3.8, y + 3.8, 1.3, 1.3)), faded(Color.WHITE, 0.6));
    }

    private void drawLashes(double side, double[] lid) {
        double thick = 2.4 + 1.4 * look.softness();
        double wing = 1 + 4.5 * look.softness();
        double tipX = lid[6] + wing;
        double tipY = lid[7] - wing * 0.75;
        double top = lid[5] - thick * 1.5;
        double rise = lid[3] - thick;
        Path2D lashes = closed(
                with(lid, tipX, tipY, tipX, tipY, tipX, tipY, lid[4] + 2, top, lid[2], rise, lid[0] - 1, lid[1]));
        brush.fill(at(side, lashes), LASH);
    }

    private void drawLidCrease(double side, double[] lid) {
        if (!look.lidCrease()) {
            return;
        }
        double gap = 5.5 - 2 * Math.max(0, pose.at(Move.EYE_OPEN));
        Path2D crease = path(lid);
        brush.line(at(side, moved(crease, 0, -gap)), 1.4, faded(look.line(), 0.5));
    }

    private void drawLowerLid(double side, double lower) {
        double depth = Math.max(0.55 * pose.positive(Move.CHEEK), 0.4 * (look.age() - 0.45));
        Path2D fold = path(-13, lower + 5.5, -5, lower + 10, 7, lower + 10, 15, lower + 4.5);
        brush.line(at(side, fold), 1.5, faded(look.line(), 0.7 * depth));
    }

    void drawBrows() {
        drawBrow(-1, -0.25);
        drawBrow(1, 1);
    }

    private void drawBrow(double side, double shareOfOneUp) {
        double alone = pose.at(Move.BROW_ONE_UP) * shareOfOneUp;
        double squeeze = pose.positive(Move.BROW_SQUEEZE);
        double innerUp = pose.at(Move.BROW_INNER) + 0.45 * alone;
        double outerUp = pose.at(Move.BROW_OUTER) + alone;
        double innerX = 16.5 - 5 * squeeze;
        double innerY = -25 - 12 * innerUp;
        double middleY = -35 - 6 * innerUp - 6.5 * outerUp;
        double outerY = -23 - 9 * outerUp;
        double thick = 8.6 - 2.6 * look.softness();
        double x = innerX;
        double top = innerY - thick / 2;
        double base = innerY + thick / 2;
        double over = middleY - thick * 0.45;
        double under = middleY + thick * 0.75;
        Path2D brow = closed(
                x,
                top + 1,
                x + 10,
                top - 3,
                41,
                over,
                63,
                outerY,
                63,
                outerY,
                63,
                outerY,
                62.5,
                outerY + 1,
                44,
                under,
                x + 12,
                base - 3,
                x + 1,
                base + 1);
        Shape placed = mirrored(brow, side);
        brush.fill(placed, look.brow());
        brush.line(placed, 1.6, look.brow());
    }

    void drawNose() {
        double wrinkle = pose.positive(Move.NOSE);
        double lift = -4.5 * wrinkle;
        double half = 13.5 * look.noseWidth() + 1.8 * wrinkle;
        brush.glow(oval(-9, 20, 9, 26), -9, 20, 8, 24, faded(look.shade(), 0.4));
        brush.glow(oval(2, 32, 9, 9), 1, 30, 8, 8, faded(Color.WHITE, 0.28));
        brush.glow(oval(0, 44 + lift, 22, 9), 0, 44 + lift, 20, 8, faded(look.shade(), 0.75));
        drawNostrils(half, lift);
        drawWrinkles(wrinkle);
    }

    private void drawNostrils(double half, double lift) {
        Color line = faded(look.line(), 0.85);
        double y = 40 + lift;
        brush.line(path(-7, y + 1.2, -4, y + 4.6, 4, y + 4.6, 7, y + 1.2), 2, line);
        for (double side : new double[] {-1, 1}) {
            Path2D wing = path(half - 1.5, y - 8, half + 3, y - 4, half + 2, y + 3, half - 4.5, y + 1.8);
            brush.line(mirrored(wing, side), 2, line);
        }
    }

    private void drawWrinkles(double wrinkle) {
        Color line = faded(look.line(), 0.75 * wrinkle);
        for (double side : new double[] {-1, 1}) {
            brush.line(mirrored(path(6, 14, 8, 11, 10, 9, 14, 7), side), 1.8, line);
            brush.line(mirrored(path(7, 21, 9, 18, 11, 16, 15, 15), side), 1.8, line);
            double furrow = pose.positive(Move.BROW_SQUEEZE) * 0.7;
            brush.line(mirrored(path(4.5, -31, 6, -27, 5.5, -23, 4, -18), side), 1.8, faded(look.line(), furrow));
        }
    }

    private static double[] with(double[] curve, double... more) {
        double[] all = Arrays.copyOf(curve, curve.length + more.length);
        System.arraycopy(more, 0, all, curve.length, more.length);
        return all;
    }

    private static Shape at(double side, Shape eyePart) {
        return mirrored(moved(eyePart, EYE_X, EYE_Y), side);
    }

    private static Shape moved(Shape shape, double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }
}
