package org.c25.figures;

import java.util.List;
import java.util.Locale;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;

/**
 * The colours of the figures. The colours of the expressions can be told apart with any colour vision: seven of Okabe
 * and Ito (Color Universal Design, 2008), without their yellow, which is lost on white; grey is for the neutral face.
 */
public final class Palette {

    public static final String TEXT = "#1d2b2b";
    public static final String MUTED = "#5b6b6b";
    public static final String GRID = "#dde5e5";
    public static final String AXIS = "#8a9a9a";
    public static final String MAIN = "#2c6565";

    /** The colour of a cell without a value. */
    public static final String NOTHING = "#f4f4f4";

    private static final List<String> EXPRESSIONS =
            List.of("#e69f00", "#0072b2", "#56b4e9", "#cc79a7", "#009e73", "#d55e00", "#6a4c93", "#7a7f85");
    private static final List<String> SERIES =
            List.of("#2c6565", "#d55e00", "#0072b2", "#cc79a7", "#009e73", "#6a4c93");

    /** The luminance from which black and white are equally far: √(1.05 · 0.05) − 0.05. */
    private static final double EVEN = 0.179;

    private Palette() {}

    public static String of(Expression expression) {
        return EXPRESSIONS.get(expression.code());
    }

    public static String of(Dimension dimension) {
        return series(dimension.ordinal());
    }

    /** Returns one of six colours, in turn. */
    public static String series(int number) {
        return SERIES.get(number % SERIES.size());
    }

    /**
     * Returns a colour between white and the main colour.
     *
     * @param share 0 … 1
     */
    static String shade(double share) {
        return mixed(Math.min(1, Math.max(0, share)), 0x2c, 0x65, 0x65);
    }

    /**
     * Returns a colour between white and the main colour, for a value below 0 between white and red.
     *
     * @param value −1 … 1, or NaN
     */
    static String signed(double value) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        return value < 0 ? mixed(Math.min(1, -value), 0xb0, 0x3a, 0x1a) : shade(value);
    }

    private static String mixed(double share, int red, int green, int blue) {
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", towards(share, red), towards(share, green), towards(share, blue));
    }

    private static long towards(double share, int full) {
        return Math.round(255 + (full - 255) * share);
    }

    /**
     * Returns the colour of text on a coloured cell: black or white, whichever is further from it. One of the two always
     * has a contrast of more than 4.5 : 1.
     *
     * @param background such as {@code #2c6565}
     */
    static String on(String background) {
        return luminance(background) > EVEN ? "#000000" : "#ffffff";
    }

    /** Returns the relative luminance of a colour, 0 … 1, as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
