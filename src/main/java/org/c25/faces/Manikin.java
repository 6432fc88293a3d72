package org.c25.faces;

import java.util.Locale;

/**
 * Nine-step self-assessment manikins, as SVG documents. The method is after M. M. Bradley and P. J. Lang, “Measuring
 * emotion: the self-assessment manikin and the semantic differential”, Journal of Behavior Therapy and Experimental
 * Psychiatry 25 (1994), 49–59; the drawings are our own.
 *
 * <p>What differs from step to step is computed from the step, so that the steps look evenly spaced. Valence goes from
 * 1, most negative, over 5, neutral, to 9, most positive; arousal from 1, calm, to 9, excited. A drawing is 110 wide
 * and 120 high, transparent around the figure and without a frame.
 *
 * <p>A phone shows nine of them side by side, each less than 40 pixels wide. For these sizes there is a drawing that comes
 * closer, leaves out what would blur, and draws thicker lines, a larger mouth and a larger burst.
 */
final class Manikin {

    private static final double MIDDLE = 55;
    private static final double EYE_HEIGHT = 33;
    private static final double EYE_HALF_WIDTH = 5.4;
    private static final double EYE_OFF_MIDDLE = 10.5;
    private static final double BROW_HEIGHT = 25.5;
    private static final double MOUTH_HEIGHT = 47;
    private static final double MOUTH_HALF_WIDTH = 9.5;
    private static final double CHEST_HEIGHT = 81;
    private static final double DOT_RADIUS = 2;
    private static final double BURST_RADIUS = 50;

    private static final double SMALL_MOUTH_HALF_WIDTH = 15;
    private static final double SMALL_MOUTH_BEND = 11;
    private static final double SMALL_BURST_RADIUS = 46;

    private static final String WHOLE = "0 0 110 120";
    private static final String HEAD_AND_SHOULDERS = "21 2 68 74";
    private static final String WITHOUT_FEET = "5 4 100 109";
    private static final double LINE = 2.2;
    private static final double THICK_LINE = 3.4;

    private static final String BODY = "M25 57 85 57 94 65 94 86 80 86 80 101 88 107 88 114 62 114 62 104 48 104"
            + " 48 114 22 114 22 107 30 101 30 86 16 86 16 65Z";
    private static final String ARMPITS = "M30 86V71M80 86V71";
    private static final String HOOD = "M34 7H76L85 15V41H25V15Z";
    private static final String FACE = "M32 15.5H78V57H32Z";
    private static final String INK = "#111";

    private final StringBuilder svg = new StringBuilder(2048);

    private Manikin() {}

    /**
     * Draws the manikin whose face shows how pleasant a feeling is.
     *
     * @param step 1 (most negative: frown, worried brows) to 9 (most positive: broad smile, raised brows)
     * @return a complete SVG document
     * @throws IllegalArgumentException if there is no such step
     */
    static String valence(int step) {
        double pleasure = 2 * share(step) - 1;
        double strength = Math.abs(pleasure);
        return new Manikin()
                .body()
                .head()
                .brows(1.2 * strength, 4 * pleasure, 1.2 + 1.2 * pleasure)
                .eyes(0.55)
                .mouth(MOUTH_HALF_WIDTH + 4.5 * strength, 6.8 * pleasure)
                .document(WHOLE, LINE);
    }

    /**
     * The manikin of {@link #valence} for sizes below 40 pixels: head and shoulders, with a large mouth. Steps next to the
     * middle bend the mouth more than their share, so that 4 and 6 differ at first sight.
     */
    static String smallValence(int step) {
        double pleasure = 2 * share(step) - 1;
        double bend = Math.signum(pleasure) * SMALL_MOUTH_BEND * Math.pow(Math.abs(pleasure), 0.6);
        return new Manikin()
                .body()
                .head()
                .brows(1.2 * Math.abs(pleasure), 4 * pleasure, 1.2 + 1.2 * pleasure)
                .eyes(0.55)
                .mouth(SMALL_MOUTH_HALF_WIDTH, bend)
                .document(HEAD_AND_SHOULDERS, THICK_LINE);
    }

    /**
     * Draws the manikin whose chest shows how strong a feeling is.
     *
     * @param step 1 (calm: eyes closed, a dot in the chest) to 9 (excited: eyes wide, a burst beyond the body)
     * @return a complete SVG document
     * @throws IllegalArgumentException if there is no such step
     */
    static String arousal(int step) {
        double excitement = share(step);
        return new Manikin()
                .body()
                .ticks(excitement)
                .burst(excitement, BURST_RADIUS)
                .head()
                .brows(mix(-1, 4, excitement), 0, 1.6 * excitement)
                .eyes(excitement)
                .mouth(MOUTH_HALF_WIDTH, 0)
                .document(WHOLE, LINE);
    }

    /** The manikin of {@link #arousal} for sizes below 40 pixels: without feet and brows, so that the burst is large. */
    static String smallArousal(int step) {
        double excitement = share(step);
        return new Manikin()
                .body()
                .burst(excitement, SMALL_BURST_RADIUS)
                .head()
                .eyes(excitement)
                .mouth(MOUTH_HALF_WIDTH, 0)
                .document(WITHOUT_FEET, THICK_LINE);
    }

    /** Returns how far a step is along the scale, 0 to 1. */
    private static double share(int step) {
        if (step < 1 || step > 9) {
            throw new IllegalArgumentException("step must be 1 to 9, not " + step);
        }
        return (step - 1) / 8.0;
    }

    private Manikin body() {
        return shape("body", BODY).line("armpits", ARMPITS);
    }

    /** Draws the head. It comes over the burst, so that the face can be read at every step. */
    private Manikin head() {
        return shape("hood", HOOD).shape("face", FACE);
    }

    /**
     * Draws the brows.
     *
     * @param raise the height by which the whole brow is raised
     * @param slope below 0, the inner end is raised by so much, which looks worried; above 0, the outer end sinks,
     *     which looks relaxed
     * @param arch the height by which the middle is raised
     */
    private Manikin brows(double raise, double slope, double arch) {
        double inner = BROW_HEIGHT - raise + Math.min(0, slope);
        double outer = BROW_HEIGHT - raise + 0.3 * Math.max(0, slope);
        for (int side = -1; side <= 1; side += 2) {
            double x = MIDDLE + side * EYE_OFF_MIDDLE;
            line("brow", curve(x - 5 * side, inner, x, (inner + outer) / 2 - 2 * arch, x + 5 * side, outer));
        }
        return this;
    }

    /**
     * Draws the eyes.
     *
     * @param opening how far they are open, from 0, when the upper lid rests on the lower one, to 1
     */
    private Manikin eyes(double opening) {
        double lower = mix(2.6, 7, opening);
        double upper = lower - 16 * opening;
        // A quadratic curve passes midway between its control point and its ends, and the pupil is between two curves.
        double pupilHeight = EYE_HEIGHT + (upper + lower) / 4;
        for (int side = -1; side <= 1; side += 2) {
            double x = MIDDLE + side * EYE_OFF_MIDDLE;
            shape("eye", lid(x, lower) + lid(x, upper));
            dot("pupil", x, pupilHeight, Math.min(2.1, 4 * opening));
        }
        return this;
    }

    private static String lid(double x, double sag) {
        return curve(x - EYE_HALF_WIDTH, EYE_HEIGHT, x, EYE_HEIGHT + sag, x + EYE_HALF_WIDTH, EYE_HEIGHT);
    }

    /**
     * Draws the mouth.
     *
     * @param bend how much lower the middle is than the corners; above 0 it is a smile
     */
    private Manikin mouth(double reach, double bend) {
        double corners = MOUTH_HEIGHT - bend / 2;
        return line("mouth", curve(MIDDLE - reach, corners, MIDDLE, corners + 2 * bend, MIDDLE + reach, corners));
    }

    /** Draws strokes of trembling at the hood, the shoulders and the feet, from the upper half of the scale on. */
    private Manikin ticks(double excitement) {
        StringBuilder ticks = new StringBuilder();
        for (int ring = 0; ring < 3; ring++) {
            double start = 0.5 + 0.19 * ring;
            double radius = 5 + 3.6 * ring;
            // The root makes the first strokes long enough not to be taken for specks.
            double halfAngle = 28 * Math.sqrt(Math.max(0, excitement - start) / (1 - start));
            for (int side = -1; halfAngle > 0 && side <= 1; side += 2) {
                ticks.append(arc(side, 25.5, 12, radius, 58, halfAngle));
                ticks.append(arc(side, 35, 62, radius, 55, halfAngle));
                ticks.append(arc(side, 33, 107, radius, 97, halfAngle));
            }
        }
        return ticks.isEmpty() ? this : line("ticks", ticks.toString());
    }

    /**
     * Returns a part of a circle around a point beside the middle. Its direction is in degrees from upwards, to the
     * outside.
     */
    private static String arc(int side, double off, double y, double radius, double direction, double halfAngle) {
        double from = Math.toRadians(direction - halfAngle);
        double to = Math.toRadians(direction + halfAngle);
        return numbers(
                "M# #A# # 0 0 # # #",
                MIDDLE + side * (off + radius * Math.sin(from)),
                y - radius * Math.cos(from),
                radius,
                radius,
                side > 0 ? 1 : 0,
                MIDDLE + side * (off + radius * Math.sin(to)),
                y - radius * Math.cos(to));
    }

    /** @param largest the radius at the highest step */
    private Manikin burst(double excitement, double largest) {
        if (excitement == 0) {
            return dot("burst", MIDDLE, CHEST_HEIGHT, DOT_RADIUS);
        }
        double radius = mix(DOT_RADIUS, largest, excitement);
        double valley = mix(0.7, 0.42, excitement);
        double shortSpike = mix(1, 0.7, excitement);
        double squeeze = mix(1, 0.82, excitement);
        // The number is even, since short and long spikes alternate and the left side mirrors the right one.
        int spikes = 8 + 2 * (int) (2.4 * excitement);
        return shape("burst", star(spikes, radius, valley, shortSpike, squeeze))
                .path("core", star(8, radius / 4, 0.55, 0.85, 1), INK);
    }

    /**
     * @param valley radius of the corners between the spikes, as a share of the whole
     * @param shortSpike radius of every other spike, as a share of the whole
     * @param squeeze height as a share of the width
     */
    private static String star(int spikes, double radius, double valley, double shortSpike, double squeeze) {
        double[] radii = {shortSpike * radius, valley * radius, radius, valley * radius};
        StringBuilder star = new StringBuilder();
        for (int corner = 0; corner < 2 * spikes; corner++) {
            double angle = Math.PI * corner / spikes;
            double reach = radii[corner % radii.length] * underChin(angle, radius);
            star.append(numbers(
                    corner == 0 ? "M# #" : " # #",
                    MIDDLE + reach * Math.sin(angle),
                    CHEST_HEIGHT - squeeze * reach * Math.cos(angle)));
        }
        return star.append('Z').toString();
    }

    /**
     * Shortens the spikes that point upwards in a large burst. Otherwise their tips would show beside the face like a
     * collar.
     */
    private static double underChin(double angle, double radius) {
        return 1 - 0.6 * Math.pow(Math.max(0, Math.cos(angle)), 4) * radius / BURST_RADIUS;
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private static String curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        return numbers("M# #Q# # # #", x1, y1, x2, y2, x3, y3);
    }

    private Manikin line(String part, String d) {
        return path(part, d, "none");
    }

    private Manikin shape(String part, String d) {
        return path(part, d, "#fff");
    }

    private Manikin path(String part, String d, String fill) {
        svg.append(String.format(Locale.ROOT, "<path class=\"%s\" fill=\"%s\" d=\"%s\"/>", part, fill, d));
        return this;
    }

    private Manikin dot(String part, double x, double y, double radius) {
        svg.append(String.format(Locale.ROOT, "<circle class=\"%s\" fill=\"%s\" stroke=\"none\" ", part, INK));
        svg.append(numbers("cx=\"#\" cy=\"#\" r=\"#\"/>", x, y, radius));
        return this;
    }

    /** @param view the part that is shown: x, y, width, height */
    private String document(String view, double line) {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s" stroke="%s" stroke-width="%.1f" \
                stroke-linecap="round" stroke-linejoin="round">%s</svg>""", view, INK, line, svg);
    }

    /** Returns the template with each # replaced by the next of the values. */
    private static String numbers(String template, double... values) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (char c : template.toCharArray()) {
            text.append(c == '#' ? number(values[next++]) : String.valueOf(c));
        }
        return text.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
