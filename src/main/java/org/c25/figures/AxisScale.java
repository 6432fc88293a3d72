package org.c25.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns numbers into places in a picture, along one axis.
 *
 * @param from the number at the place {@code at}
 * @param to the number at the place {@code until}; not {@code from}
 */
public record AxisScale(double from, double to, double at, double until) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    public double place(double number) {
        return at + (number - from) / (to - from) * (until - at);
    }

    /** Returns a scale from 0 to a round number that is no less than the greatest. */
    public static AxisScale upTo(double greatest, double at, double until) {
        double step = step(Math.max(greatest, 1e-9), 5);
        return new AxisScale(0, Math.ceil(greatest / step - 1e-9) * step + (greatest <= 0 ? step : 0), at, until);
    }

    /** Returns round numbers along the scale, about as many as wanted. */
    public List<Double> ticks(int wanted) {
        double step = step(Math.abs(to - from), wanted);
        List<Double> ticks = new ArrayList<>();
        double least = Math.min(from, to);
        double greatest = Math.max(from, to);
        for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= greatest + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static double step(double range, int wanted) {
        double rough = range / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            if (round * power >= rough * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Returns a tick's number with as many decimals as its step needs, and a real minus. */
    public static String words(double tick) {
        double rounded = Math.round(tick * 1000) / 1000.0;
        String text = rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%,d", (long) rounded)
                : String.format(Locale.ROOT, "%.3f", rounded).replaceAll("0+$", "");
        return text.replace('-', '−');
    }
}
