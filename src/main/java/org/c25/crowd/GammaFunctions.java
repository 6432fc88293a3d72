package org.c25.crowd;

/**
 * The logarithm of the gamma function, and its derivative, with {@link StrictMath}: by their recurrences up to 10, and
 * from there by Stirling's series (Abramowitz and Stegun 1964, 6.1.41 and 6.3.18). Right to about 12 digits.
 */
final class GammaFunctions {

    private static final double HALF_LOG_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

    private GammaFunctions() {}

    /** @param x more than 0 */
    static double logGamma(double x) {
        double sum = 0;
        double y = x;
        while (y < 10) {
            sum -= StrictMath.log(y);
            y++;
        }
        double z = 1 / (y * y);
        double series = (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z / 1188)))) / y;
        return sum + (y - 0.5) * StrictMath.log(y) - y + HALF_LOG_TWO_PI + series;
    }

    /** @param x more than 0 */
    static double digamma(double x) {
        double sum = 0;
        double y = x;
        while (y < 10) {
            sum -= 1 / y;
            y++;
        }
        double z = 1 / (y * y);
        double series = z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z / 132))));
        return sum + StrictMath.log(y) - 1 / (2 * y) - series;
    }
}
