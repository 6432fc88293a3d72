package org.c25.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers as they stand in sentences. */
final class NumberText {

    private static final double ROUNDING = 1e-9;

    private NumberText() {}

    /** Returns a share in per cent, such as {@code 35 %}, or {@code 2.5 %}. */
    static String percent(double share) {
        return plain(Math.round(share * 1000) / 10.0) + " %";
    }

    /** Returns a time in seconds, such as {@code 1.2 s}. */
    static String seconds(double millis) {
        return plain(Math.round(millis / 10) / 100.0) + " s";
    }

    /** Returns a number with two decimals, such as {@code 0.12}. */
    static String two(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.equals("-0.00") ? "0.00" : text;
    }

    /** Returns a number with as many digits as it needs, so that a threshold reads as it was chosen. */
    static String plain(double value) {
        return new BigDecimal(value, MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
    }

    /** Whether a figure is less than a threshold by more than the rounding of its last digits. */
    static boolean isUnder(double figure, @Nullable Double threshold) {
        return threshold != null && figure < threshold - ROUNDING;
    }

    /** Whether a figure is more than a threshold by more than the rounding of its last digits. */
    static boolean isOver(double figure, @Nullable Double threshold) {
        return threshold != null && figure > threshold + ROUNDING;
    }

    /** Returns how often, such as {@code once}, or {@code 5 times}. */
    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** Returns the share of a part in a whole, 0 … 1. */
    static double share(int part, int whole) {
        return (double) part / whole;
    }
}
