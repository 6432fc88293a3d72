package org.c25.common;

import java.time.Duration;
import java.util.Locale;

/**
 * Writes numbers as sentences and tables show them, in one style: {@code 1 image}, {@code 1,204 images}, {@code −0.413},
 * {@code 35 %}, {@code 4.2 s}, {@code 1 h 12 min}, and – for what is not known. Files and programs get numbers without it.
 */
public final class Numbers {

    /** What stands in the place of a number that is not known or not defined. */
    public static final String NONE = "–";

    /** How many decimals coefficients have, such as κ, α, ICC and CCC. */
    public static final int COEFFICIENT = 3;

    private Numbers() {}

    /** Returns a whole number with a comma between thousands, such as {@code 1,204}. */
    public static String whole(long number) {
        return signed(String.format(Locale.ROOT, "%,d", number));
    }

    /** Returns how many there are of something whose plural ends in s, such as {@code 1 image}, {@code 1,204 images}. */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    /** Returns how many there are of something, such as {@code 1 person is}, {@code 25 people are}. */
    public static String count(long number, String one, String several) {
        return whole(number) + " " + (number == 1 ? one : several);
    }

    /** Returns a number with so many decimals and a real minus; – for NaN. */
    public static String decimals(double number, int decimals) {
        return Double.isNaN(number) ? NONE : signed(String.format(Locale.ROOT, "%,." + decimals + "f", number));
    }

    /** Returns a coefficient, such as {@code 0.413}; – for NaN. */
    public static String coefficient(double number) {
        return decimals(number, COEFFICIENT);
    }

    /** Returns a share in per cent with one decimal if it needs one, such as {@code 35 %}, {@code 2.5 %}; – for NaN. */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : decimals(100 * share, 1).replaceFirst("\\.0$", "") + " %";
    }

    /** Returns a time in seconds, such as {@code 4.2 s}; – for NaN. */
    public static String seconds(double millis) {
        return Double.isNaN(millis) ? NONE : decimals(millis / 1000, 1) + " s";
    }

    /** Returns a time in minutes and hours, such as {@code 12 min}, {@code 1 h 5 min}; a minute at least. */
    public static String duration(Duration time) {
        long hours = time.toHours();
        return hours == 0
                ? Math.max(1, time.toMinutes()) + " min"
                : whole(hours) + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }

    /** Returns a size, such as {@code 1.2 MB}; {@code 340 kB} below a megabyte. */
    public static String bytes(long bytes) {
        return bytes < 1_000_000 ? whole((bytes + 999) / 1000) + " kB" : decimals(bytes / 1e6, 1) + " MB";
    }

    /** A number that is rounded to 0 has no minus. */
    private static String signed(String text) {
        return text.matches("-0\\.?0*") ? text.substring(1) : text.replace('-', '−');
    }
}
