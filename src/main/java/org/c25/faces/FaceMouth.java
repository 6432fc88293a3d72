package org.c25.faces;

import static org.c25.faces.FaceBrush.common;
import static org.c25.faces.FaceBrush.faded;
import static org.c25.faces.FaceBrush.mix;
import static org.c25.faces.FaceBrush.oval;
import static org.c25.faces.FaceBrush.path;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import org.c25.faces.FacePose.Move;

/** Draws the mouth with lips, teeth and the folds beside it. Coordinates are those of {@link FaceFeatures}. */
final class FaceMouth {

    private static final double REST_Y = 67;
    private static final Color INSIDE = new Color(0x5B1F28);
    private static final Color TONGUE = new Color(0xC9626A);
    private static final Color TEETH = new Color(0xFDFAF5);

    private final FaceBrush brush;
    private final FaceLook look;
    private final FacePose pose;

    private final double half;
    private final double leftY;
    private final double rightY;
    /** The edges of the upper and the lower lip that touch when the mouth is shut, at the middle. */
    private final double upperY;

    private final double lowerY;
    /** How far the corners' control points stand out: pointed corners are near 0.5, round ones near 1. */
    private final double corner;

    FaceMouth(FaceBrush brush, FaceLook look, FacePose pose) {
        this.brush = brush;
        this.look = look;
        this.pose = pose;
        double smile = pose.at(Move.SMILE);
        double opening = opening(pose);
        half = half(pose);
        double middle = REST_Y + 3.5 * smile - 2.5 * pose.at(Move.POUT);
        double hang = pose.at(Move.ROUND) * pose.at(Move.ROUND) * opening * 0.35;
        leftY = REST_Y - 10 * smile + hang;
        rightY = leftY - 11 * pose.at(Move.SMILE_ONE);
        upperY = middle - 0.2 * opening - 6 * pose.positive(Move.LIP_RAISE);
        lowerY = middle + 0.8 * opening;
        corner = 0.5 + 0.5 * pose.positive(Move.ROUND) * Math.min(1, opening / 8);
    }

    private static double opening(FacePose pose) {
        return 36 * Math.min(1.15, Math.max(0, pose.at(Move.OPEN)));
    }

    /** Returns half the mouth's width, pixels. */
    static double half(FacePose pose) {
        return 25 * (1 + 0.3 * pose.at(Move.WIDE)) + 3 * Math.max(0, pose.at(Move.SMILE));
    }

    /** Returns how far an open mouth pulls the chin down, pixels. */
    static double jawDrop(FacePose pose) {
        return 0.3 * opening(pose);
    }

    void draw() {
        drawFolds();
        drawShadows();
        if (lowerY - upperY > 2) {
            drawInside();
        }
        drawLips();
    }

    private void drawFolds() {
        double depth = 0.7 * Math.max(pose.positive(Move.SMILE), pose.positive(Move.LIP_RAISE));
        depth = Math.max(depth, 0.5 * (look.age() - 0.4));
        double leftEnd = Math.min(leftY, REST_Y) - 2;
        double rightEnd = Math.min(rightY, REST_Y) - 2;
        Path2D left = path(-19, 38, -29, 43, -half - 9, leftEnd - 13, -half - 9, leftEnd);
        brush.line(left, 2, faded(look.line(), 0.6 * depth));
        double rightDepth = Math.max(depth, 0.7 * pose.positive(Move.SMILE_ONE));
        Path2D right = path(19, 38, 29, 43, half + 9, rightEnd - 13, half + 9, rightEnd);
        brush.line(right, 2, faded(look.line(), 0.6 * rightDepth));
    }

    private void drawShadows() {
        double y = outerLower() + 5;
        boolean bearded = look.beard() == FaceLook.Beard.SHORT || look.beard() == FaceLook.Beard.FULL;
        brush.glow(oval(0, y, 24, 7), 0, y, 20, 6, faded(look.shade(), bearded ? 0 : 0.75));
        double dent = 0.5 * pose.positive(Move.POUT);
        brush.line(path(-10, y + 7, -5, y + 3, 5, y + 3, 10, y + 7), 1.8, faded(look.line(), dent));
    }

    private void drawInside() {
        double[] upper = upperEdge(0);
        Path2D outline = path(upper);
        outline.append(path(FaceBrush.reversed(lowerEdge(0))), true);
        outline.closePath();
        Area inside = new Area(outline);
        brush.fill(inside, INSIDE);
        double opening = lowerY - upperY;
        brush.fill(common(inside, oval(0, lowerY + 3, half * 0.62, Math.max(5, opening * 0.42))), TONGUE);
        drawTeeth(inside, opening);
    }

    private void drawTeeth(Area inside, double opening) {
        double upperRow = Math.min(8.5, opening * 0.55 * pose.positive(Move.TEETH_UPPER));
        double lowerRow = Math.min(6, opening * 0.35 * pose.positive(Move.TEETH_LOWER));
        brush.fill(common(inside, between(upperEdge(0), upperEdge(upperRow))), TEETH);
        brush.fill(common(inside, between(lowerEdge(0), lowerEdge(-lowerRow))), TEETH);
    }

    private void drawLips() {
        Color lip = look.lip();
        double[] upper = upperEdge(0);
        double[] lower = lowerEdge(0);
        brush.fill(between(upper, upperOutline()), mix(lip, look.line(), 0.28));
        Shape lowerLip = between(lower, lowerOutline());
        brush.fill(lowerLip, lip);
        brush.glow(lowerLip, -3, (lowerY + outerLower()) / 2, 13, 3.5, faded(Color.WHITE, 0.18));
        Color line = mix(look.line(), INSIDE, 0.5);
        brush.line(path(upper), 2.2, line);
        Color dimple = faded(look.line(), 0.8);
        brush.line(path(-half - 2, leftY - 1.5, -half - 1, leftY - 0.5, -half, leftY, -half, leftY), 2, dimple);
        brush.line(path(half + 2, rightY - 1.5, half + 1, rightY - 0.5, half, rightY, half, rightY), 2, dimple);
    }

    /** Returns the edge of the upper lip, moved down by so many pixels. */
    private double[] upperEdge(double down) {
        double bow = lowerY - upperY > 2 ? 0 : 1.2;
        return edge(upperY + down, upperY + down - bow, down);
    }

    /** Returns the edge of the lower lip, moved down by so many pixels. */
    private double[] lowerEdge(double down) {
        return lowerY - upperY > 2 ? edge(lowerY + down, lowerY + down, down) : upperEdge(down);
    }

    private double[] edge(double middle, double besideMiddle, double down) {
        double x = half * corner;
        double flat = half * (0.12 + 0.42 * corner);
        double left = leftY + down;
        double right = rightY + down;
        double a = control(middle, left);
        double b = control(middle, right);
        return new double[] {-half, left, -x, a, -flat, besideMiddle, 0, middle, flat, besideMiddle, x, b, half, right};
    }

    /** Returns the height of a control point that makes the curve leave its corner towards the middle of the lip. */
    private double control(double middleY, double cornerY) {
        return cornerY + (middleY - cornerY) * 0.58;
    }

    private double[] upperOutline() {
        double thick = 7.2 * look.lips() * thinning();
        double bow = upperY - thick - 1.5;
        double dip = upperY - thick * 0.78;
        double x = half * corner + 1;
        double left = control(upperY, leftY) - thick * 0.75;
        double right = control(upperY, rightY) - thick * 0.75;
        return new double[] {-half - 1, leftY, -x, left, -9, bow, 0, dip, 9, bow, x, right, half + 1, rightY};
    }

    private double[] lowerOutline() {
        double low = outerLower();
        double x = half * corner + 1;
        double flat = half * 0.45;
        double left = control(lowerY, leftY) + (low - lowerY) * 0.85;
        double right = control(lowerY, rightY) + (low - lowerY) * 0.85;
        return new double[] {-half - 1, leftY, -x, left, -flat, low, 0, low, flat, low, x, right, half + 1, rightY};
    }

    private double outerLower() {
        return lowerY + (9 + 2 * pose.positive(Move.POUT)) * look.lips() * thinning();
    }

    private double thinning() {
        double stretched = 0.25 * pose.positive(Move.OPEN) + 0.15 * Math.max(0, pose.at(Move.WIDE));
        return (1 - 0.6 * pose.positive(Move.PRESS)) * (1 - stretched);
    }

    private static Shape between(double[] inner, double[] outer) {
        Path2D band = path(inner);
        band.append(path(FaceBrush.reversed(outer)), true);
        band.closePath();
        return band;
    }
}
