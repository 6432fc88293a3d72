package org.c25.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of bars as an SVG draws them, in units of its own: each 10 wide with its gap, all 40 high.
 *
 * @param width the width of the whole drawing
 */
record BarChart(int width, List<Bar> bars) {

    private static final int STEP = 10;
    private static final double HEIGHT = 40;
    /** The least height of a bar, so that a little more than nothing is seen. */
    private static final double LEAST = 1.5;

    static BarChart of(List<Value> values) {
        int most = values.stream().mapToInt(Value::number).max().orElse(0);
        return new BarChart(
                values.size() * STEP,
                IntStream.range(0, values.size())
                        .mapToObj(at -> bar(values.get(at), at, most))
                        .toList());
    }

    private static Bar bar(Value value, int at, int most) {
        double height = value.number() == 0 ? 0 : Math.max(LEAST, Math.rint(HEIGHT * 10 * value.number() / most) / 10);
        return new Bar(value.label(), value.at(), value.number(), at * STEP + 1, HEIGHT - height, height);
    }

    public Bar first() {
        return bars.get(0);
    }

    public Bar last() {
        return bars.get(bars.size() - 1);
    }

    /**
     * What one bar stands for.
     *
     * @param at the beginning of the hour that it counts; null if it counts something else
     */
    record Value(String label, @Nullable Instant at, int number) {}

    /**
     * One bar.
     *
     * @param at the beginning of the hour that it counts; null if it counts something else
     * @param y the top, counted from above, as SVG does
     */
    record Bar(String label, @Nullable Instant at, int number, int x, double y, double height) {}
}
