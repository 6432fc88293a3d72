package org.c25.annotation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counts the answers that this node has acknowledged, for monitoring: first answers to a trial, revisions, and replays,
 * which a device sent again because it had no reply. Where nothing monitors, a count costs nothing.
 */
final class AnswerMeters {

    static final Counter FIRST = counter("first");
    static final Counter REVISED = counter("revision");
    static final Counter REPLAYED = counter("replay");

    private AnswerMeters() {}

    private static Counter counter(String kind) {
        return Counter.builder("c25.answers")
                .tag("kind", kind)
                .description("Answers that this node has acknowledged")
                .register(Metrics.globalRegistry);
    }
}
