package org.c25.trainer.report;

import java.util.Collections;
import java.util.List;

/**
 * Where a value lies on a picture.
 *
 * @param least the value at the pixel {@code from}
 * @param most the value at the pixel {@code to}
 */
record Axis(double least, double most, double from, double to) {

    /** Returns one that shows all these values; 0 … 1 if there is none. */
    static Axis around(List<Double> values, double from, double to) {
        double least = values.isEmpty() ? 0 : Collections.min(values);
        double most = values.isEmpty() ? 1 : Collections.max(values);
        return most > least ? new Axis(least, most, from, to) : new Axis(least - 0.5, least + 0.5, from, to);
    }

    double of(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }
}
