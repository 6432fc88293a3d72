package org.c25.faces;

import static org.c25.faces.FaceBrush.closed;
import static org.c25.faces.FaceBrush.faded;
import static org.c25.faces.FaceBrush.mirrored;
import static org.c25.faces.FaceBrush.mix;
import static org.c25.faces.FaceBrush.oval;
import static org.c25.faces.FaceBrush.path;
import static org.c25.faces.FaceBrush.symmetric;
import static org.c25.faces.FaceBrush.times;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** Draws hair or headscarf over the forehead and beside the face. Coordinates are those of {@link FaceFeatures}. */
final class FaceHair {

    private static final double[] SIDES = {-1, 1};

    private final FaceBrush brush;
    private final FaceLook look;
    private final Shape head;
    private final double w;
    private final Color color;
    private final Color dark;
    private final Color light;

    FaceHair(FaceBrush brush, FaceLook look, Shape head) {
        this.brush = brush;
        this.look = look;
        this.head = head;
        this.w = look.width();
        this.color = look.hair();
        this.dark = times(color, 0.72, 0.7, 0.72);
        this.light = mix(color, new Color(0xFFE9D0), 0.3);
    }

    void draw() {
        switch (look.style()) {
            case PARTED -> drawParted();
            case CROPPED -> drawCropped();
            case QUIFF -> drawQuiff();
            case CURLY -> drawCurls(curlCap());
            case AFRO -> drawCurls(curlCap());
            case RECEDING -> drawReceding();
            case BALD -> drawBald();
            case BOB -> drawCurtains(92, -30, -8);
            case LONG -> drawCurtains(150, 8, -8);
            case WAVY -> drawCurtains(66, 6, 12);
            case FRINGE -> drawFringe();
            case BUN, PONYTAIL, BRAIDS -> drawPulledBack();
            case HEADSCARF -> drawScarf();
        }
    }

    /**
     * Returns the outline of the hair: from the left temple over the crown to the right one, then back along the given
     * hairline.
     */
    private Path2D cap(double lift, double side, double end, double... hairline) {
        double top = -118 - lift;
        double out = w + side;
        Path2D cap = path(
                -w + 1, end, -out - 2, end - 14, -out - 3, -40, -out, -56, -out + 4, -96, -w * 0.62, top, 0, top,
                w * 0.62, top, out - 4, -96, out, -56, out + 3, -40, out + 2, end - 14, w - 1, end);
        for (int i = 0; i < hairline.length; i += 6) {
            cap.curveTo(
                    hairline[i], hairline[i + 1], hairline[i + 2], hairline[i + 3], hairline[i + 4], hairline[i + 5]);
        }
        cap.closePath();
        return cap;
    }

    private void paint(Shape hair) {
        castShadow(hair);
        brush.fill(hair, color);
        brush.glow(hair, -34, -104, 76, 40, faded(light, 0.75));
        brush.glow(hair, w, -20, 50, 90, faded(dark, 0.7));
    }

    /** Draws a shadow on the skin just below the hair. */
    private void castShadow(Shape hair) {
        brush.canvas.clip(head);
        brush.line(hair, 7, faded(look.shade(), 0.35));
        brush.canvas.setClip(null);
    }

    private void strands(double opacity, double[]... curves) {
        for (double[] curve : curves) {
            brush.line(path(curve), 1.8, faded(dark, opacity));
        }
    }

    private void drawParted() {
        paint(cap(
                16, 5, 2, w - 6, -24, w - 8, -44, w - 16, -58, w - 40, -60, 0, -62, -36, -88, -44, -74, -w + 24, -62,
                -w + 15, -50, -w + 8, -40, -w + 6, -20, -w + 1, 2));
        strands(0.45, new double[] {-36, -90, -20, -104, 20, -112, 46, -98}, new double[] {
            -30, -84, 0, -86, 40, -84, 66, -70
        });
    }

    private void drawCropped() {
        Path2D hair = cap(
                7, 2, 0, w - 5, -24, w - 8, -48, w - 20, -66, w - 34, -78, 20, -78, 0, -78, -20, -78, -w + 34, -78,
                -w + 20, -66, -w + 8, -48, -w + 5, -24, -w + 1, 0);
        brush.fill(hair, mix(color, look.skin(), 0.12));
        brush.glow(hair, -24, -104, 70, 34, faded(light, 0.4));
        for (double side : SIDES) {
            brush.glow(hair, side * w, 2, 16, 48, faded(look.skin(), 0.65));
        }
    }

    private void drawQuiff() {
        paint(cap(
                4, 3, 2, w - 5, -24, w - 8, -48, w - 18, -62, w - 30, -74, 20, -76, 0, -76, -30, -76, -w + 30, -74,
                -w + 18, -62, -w + 8, -48, -w + 5, -24, -w + 1, 2));
        Path2D top = closed(
                -w + 12, -70, -w - 6, -116, -46, -152, 4, -150, 50, -152, w + 6, -134, w - 6, -78, w - 30, -92, 20, -80,
                -14, -80, -36, -80, -w + 20, -78, -w + 12, -70);
        brush.fill(top, color);
        brush.glow(top, -18, -130, 70, 34, faded(light, 0.75));
        strands(
                0.45,
                new double[] {-54, -82, -54, -112, -20, -134, 20, -134},
                new double[] {-20, -86, -16, -108, 16, -124, 48, -120},
                new double[] {16, -88, 24, -100, 40, -108, 60, -104});
    }

    private Shape curlCap() {
        boolean tall = look.style() == FaceLook.HairStyle.AFRO;
        double lift = tall ? 22 : 12;
        double side = tall ? 14 : 4;
        Area hair = new Area(cap(
                lift, side, 0, w - 4, -24, w - 8, -44, w - 20, -60, w - 36, -74, 20, -72, 0, -72, -20, -72, -w + 36,
                -74, -w + 20, -60, -w + 8, -44, -w + 4, -24, -w + 1, 0));
        hair.add(FaceHairBehind.curls(w, tall ? 106 : 92, tall ? 13 : 11, tall ? 24 : 19, tall ? -0.1 : 0.16));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = -3; i <= 3; i++) {
            double x = i * (w - 18) / 3.2;
            double y = -76 + 0.0045 * x * x + 4 * random.nextDouble();
            hair.add(new Area(oval(x, y, 13, 11)));
        }
        return hair;
    }

    private void drawCurls(Shape hair) {
        paint(hair);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 46; i++) {
            double angle = Math.PI * random.nextDouble();
            double distance = 66 + 44 * random.nextDouble();
            double x = Math.cos(angle) * (distance + 4);
            double y = -28 - Math.sin(angle) * distance;
            if (hair.contains(x - 9, y - 9, 18, 18)) {
                Color tint = i % 2 == 0 ? light : dark;
                brush.line(path(x - 6, y + 2, x - 6, y - 7, x + 6, y - 7, x + 6, y + 1), 2, faded(tint, 0.3));
            }
        }
    }

    private void drawReceding() {
        for (double side : SIDES) {
            Path2D tuft = closed(
                    w - 2, 6, w + 10, 0, w + 10, -34, w + 3, -58, w - 2, -70, w - 10, -80, w - 18, -84, w - 18, -64,
                    w - 8, -44, w - 2, 6);
            brush.fill(mirrored(tuft, side), color);
        }
        drawBald();
    }

    private void drawBald() {
        brush.glow(oval(-26, -82, 34, 18), -26, -82, 32, 16, faded(Color.WHITE, 0.28));
    }

    /**
     * Draws hair parted near the middle, down to y = end; its tips lie at w + tip, so that it ends blunt or pointed.
     */
    private void drawCurtains(double end, double flare, double tip) {
        double out = w + 15;
        double outer = out + Math.max(2, flare * 0.5);
        double part = -16;
        double crown = w * 0.72;
        double rise = end - 40;
        double in = Math.min(50, end - 30);
        double t = w + tip;
        double u = outer - 8;
        Path2D hair = closed(
                part, -134, crown, -140, out, -94, out, -24, out, 20, outer, rise, u, end, u - 8, end + 4, t, end,
                t - 4, end - 12, w + 2, in, w - 2, 10, w - 8, -16, w - 18, -52, 20, -66, part, -92, -26, -72, -w + 14,
                -56, -w + 8, -16, -w + 2, 10, -w - 2, in, -t + 4, end - 12, -t, end, -u + 8, end + 4, -u, end, -outer,
                rise, -out, 20, -out, -24, -out, -94, -crown, -136, part, -134);
        paint(hair);
        strands(
                0.4,
                new double[] {part, -130, part + 1, -118, part, -104, part, -94},
                new double[] {part + 6, -120, 50, -114, w, -70, w + 4, 0},
                new double[] {part - 6, -120, -40, -112, -w + 4, -76, -w - 4, 0},
                new double[] {w + 5, 30, w + 8, 50, w + 6, end - 50, w + 2, end - 20},
                new double[] {-w - 5, 30, -w - 8, 50, -w - 6, end - 50, -w - 2, end - 20});
    }

    private void drawFringe() {
        double out = w + 15;
        Path2D hair = symmetric(
                0, -138, w * 0.72, -138, out, -94, out, -24, out + 4, 20, out + 8, 70, out - 4, 98, out - 14, 102,
                w - 6, 98, w - 8, 84, w, 50, w - 2, 10, w - 7, -36, w - 30, -46, 28, -48, 0, -48);
        paint(hair);
        strands(
                0.4,
                new double[] {-14, -120, -24, -96, -30, -76, -32, -54},
                new double[] {10, -118, 10, -96, 8, -76, 6, -54},
                new double[] {30, -112, 42, -96, 46, -76, 46, -54},
                new double[] {w - 2, -60, w + 6, -20, w + 6, 20, w + 2, 80},
                new double[] {-w + 2, -60, -w - 6, -20, -w - 6, 20, -w - 2, 80});
    }

    private void drawPulledBack() {
        paint(cap(
                12, 4, -4, w - 3, -26, w - 8, -52, w - 22, -68, w - 40, -82, 20, -86, 0, -86, -20, -86, -w + 40, -82,
                -w + 22, -68, -w + 8, -52, -w + 3, -26, -w + 1, -4));
        strands(
                0.45,
                new double[] {-w + 12, -64, -w + 24, -96, -40, -116, -16, -126},
                new double[] {-24, -86, -22, -100, -14, -116, -6, -126},
                new double[] {24, -86, 22, -100, 14, -116, 6, -126},
                new double[] {w - 12, -64, w - 24, -96, 40, -116, 16, -126});
    }

    private void drawScarf() {
        Color cloth = look.accent();
        double out = w + 18;
        double in = w - 5;
        Path2D wrap = symmetric(
                0, -140, w * 0.9, -140, out, -84, out, -4, out, 70, 90, 128, 130, 158, 150, 180, 120, 220, 60, 220, 40,
                220, 20, 220, 0, 220);
        double chin = look.chin() - 2;
        Path2D opening = symmetric(0, -82, in * 0.62, -82, in, -56, in, -8, in, 40, in * 0.62, chin, 0, chin);
        Area scarf = new Area(wrap);
        scarf.subtract(new Area(opening));
        brush.line(opening, 6, faded(look.shade(), 0.4));
        brush.fill(scarf, cloth);
        brush.glow(scarf, -34, -112, 80, 44, faded(Color.WHITE, 0.25));
        brush.glow(scarf, 90, 60, 50, 130, faded(Color.BLACK, 0.13));
        brush.line(opening, 2.4, times(cloth, 0.8, 0.8, 0.82));
        Color fold = faded(times(cloth, 0.66, 0.66, 0.7), 0.6);
        brush.line(path(-in + 4, 60, -60, 116, 10, 140, 96, 138), 2.2, fold);
        brush.line(path(-88, 110, -50, 160, 20, 168, 110, 162), 2.2, fold);
        brush.line(path(40, -126, 70, -114, w + 6, -70, w + 7, -10), 2, fold);
    }
}
