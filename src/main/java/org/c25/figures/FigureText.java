package org.c25.figures;

import java.util.Locale;
import org.c25.affect.Expression;

/** Writes shares and names as figures and pages show them. */
public final class FigureText {

    private FigureText() {}

    /** Returns a share such as {@code 40.6 %}; – if the whole is 0. */
    static String percent(double part, double whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
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
