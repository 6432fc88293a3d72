package org.c25.figures;

import java.util.Locale;
import org.c25.affect.Expression;

/** Writes numbers and names as figures and pages show them. */
public final class FigureText {

    private FigureText() {}

    /** Returns a share such as {@code 40.6 %}; – if the whole is 0. */
    static String percent(double part, double whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
    }

    /** Returns a number with so many decimals and a real minus; – for NaN. */
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text.replace('-', '−');
    }

    /** Returns words as a title begins, such as {@code Cohen's κ} and {@code Share of images}. */
    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Returns an expression's English word, such as {@code happiness}. */
    public static String of(Expression expression) {
        return expression.name().toLowerCase(Locale.ROOT);
    }
}
