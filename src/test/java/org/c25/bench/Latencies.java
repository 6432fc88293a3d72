package org.c25.bench;

import java.util.Arrays;

/** How long each of many calls took, in nanoseconds, and all of them together. */
final class Latencies {

    private long[] nanos = new long[1024];
    private int count;
    private long took = 1;
    private int errors;

    void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = latency;
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    void failed() {
        errors++;
    }

    void took(long all) {
        took = all;
    }

    int count() {
        return count;
    }

    int errors() {
        return errors;
    }

    double perSecond() {
        return count * 1e9 / took;
    }

    /** The time that this share of the calls took at most, in milliseconds. */
    double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) Math.ceil(share * count) - 1)] / 1e6;
    }

    /** All of it as a line for {@link #of}. */
    String asText() {
        StringBuilder text = new StringBuilder().append(took);
        for (int i = 0; i < count; i++) {
            text.append(' ').append(nanos[i]);
        }
        return text.toString();
    }

    static Latencies of(String text) {
        String[] parts = text.split(" ");
        Latencies latencies = new Latencies();
        latencies.took(Long.parseLong(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            latencies.add(Long.parseLong(parts[i]));
        }
        return latencies;
    }
}
