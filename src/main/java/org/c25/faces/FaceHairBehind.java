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

/** Draws hair or headscarf behind the neck and the shoulders. Coordinates are those of {@link FaceFeatures}. */
final class FaceHairBehind {

    private static final double[] SIDES = {-1, 1};

    private final FaceBrush brush;
    private final FaceLook look;
    private final double w;
    private final Color color;
    private final Color dark;
    private final Color light;

    FaceHairBehind(FaceBrush brush, FaceLook look) {
        this.brush = brush;
        this.look = look;
        this.w = look.width();
        this.color = look.hair();
        this.dark = times(color, 0.72, 0.7, 0.72);
        this.light = mix(color, new Color(0xFFE9D0), 0.3);
    }

    void draw() {
        switch (look.style()) {
            case BOB, FRINGE -> paintBack(fall(102, 16, 10));
            case LONG -> paintBack(fall(215, 14, 16));
            case WAVY -> drawWaves();
            case BUN -> drawBun();
            case PONYTAIL -> drawPonytail();
            case BRAIDS -> drawBraids();
            case AFRO -> brush.fill(curls(w, 108, 15, 24, -0.25), mix(color, dark, 0.3));
            case HEADSCARF -> drawScarfBack();
            default -> {}
        }
    }

    private void paintBack(Shape hair) {
        brush.fill(hair, mix(color, dark, 0.6));
        brush.glow(hair, 0, 90, w, 80, faded(dark, 0.9));
    }

    /** Returns the outline of hair that falls from the crown to y = end, wider than the head by the spread. */
    private Path2D fall(double end, double spread, double flare) {
        double out = w + spread;
        double low = out + flare;
        double bend = end - 50;
        return symmetric(
                0, -130, w * 0.7, -130, out, -92, out, -20, out, 30, low, bend, low - 6, end - 12, out, end + 8, 40,
                end + 4, 0, end);
    }

    private Shape waves() {
        Area hair = new Area(fall(150, 14, 14));
        for (double side : SIDES) {
            for (int i = 0; i < 6; i++) {
                double y = 0 + 32 * i;
                double x = side * (w + 6 + 3.4 * i);
                hair.add(new Area(oval(x, y, 21 + i, 24)));
            }
        }
        return hair;
    }

    private void drawWaves() {
        Shape hair = waves();
        brush.fill(hair, color);
        brush.glow(hair, 0, 90, w + 10, 90, faded(dark, 0.9));
        for (double side : SIDES) {
            for (double x = w - 2; x < w + 24; x += 11) {
                Path2D strand = path(
                        x, 20, x + 9, 40, x - 5, 60, x + 5, 80, x + 15, 100, x - 1, 120, x + 9, 140, x + 14, 150, x + 8,
                        160, x + 8, 180);
                brush.line(mirrored(strand, side), 2, faded(x > w + 15 ? light : dark, 0.4));
            }
        }
    }

    private void drawBun() {
        Shape bun = oval(0, -142, 36, 31);
        brush.fill(bun, color);
        brush.glow(bun, -10, -154, 30, 20, faded(light, 0.6));
        brush.glow(bun, 0, -116, 40, 18, faded(dark, 0.9));
        brush.line(path(-22, -140, -12, -160, 14, -160, 22, -144), 2, faded(dark, 0.5));
        brush.line(path(-12, -134, -6, -148, 10, -150, 14, -138), 2, faded(dark, 0.5));
    }

    private void drawPonytail() {
        Path2D tail = closed(
                40, -112, 110, -140, 142, -70, 126, 0, 116, 50, 136, 90, 112, 132, 92, 110, 84, 70, 88, 20, 92, -30, 80,
                -60, 40, -112);
        brush.fill(tail, dark);
        brush.line(path(92, -92, 118, -60, 108, 10, 106, 90), 2.4, faded(light, 0.35));
    }

    private void drawBraids() {
        for (double side : SIDES) {
            for (int i = 0; i < 3; i++) {
                double x = side * (w - 8 + 13 * i);
                brush.line(path(x * 0.8, -60, x * 1.1, 0, x * 1.12, 60, x * 1.14, 190), 13, dark);
                for (double y = -20; y < 190; y += 13) {
                    double knot = x * (1.03 + 0.1 * Math.min(1, (y + 20) / 80));
                    brush.fill(oval(knot, y, 6.6, 7.4), i == 1 ? color : mix(color, dark, 0.4));
                    brush.line(
                            path(knot - 4, y - 3, knot - 1, y - 1, knot + 1, y, knot + 4, y - 4),
                            1.2,
                            faded(light, 0.3));
                }
            }
        }
    }

    private void drawScarfBack() {
        double out = w + 20;
        Path2D back = symmetric(
                0, -140, w * 0.9, -140, out, -80, out, 0, out, 70, 96, 110, 100, 220, 60, 220, 20, 220, 0, 220);
        brush.fill(back, times(look.accent(), 0.78, 0.78, 0.8));
    }

    /**
     * Returns round curls on an arch over a head of half width w, from an angle (radians, up from the right) to its
     * mirror.
     */
    static Area curls(double w, double radius, int count, double size, double from) {
        Area curls = new Area();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < count; i++) {
            double angle = from + (Math.PI - 2 * from) * i / (count - 1);
            double r = size * (0.9 + 0.25 * random.nextDouble());
            double x = Math.cos(angle) * Math.min(radius, w + radius - 82);
            curls.add(new Area(oval(x, -28 - Math.sin(angle) * radius * 0.96, r, r)));
        }
        return curls;
    }
}
