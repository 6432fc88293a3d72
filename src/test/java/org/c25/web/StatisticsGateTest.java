package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class StatisticsGateTest {

    @HeavyStatistics
    static class Heavy {

        public void look() {}
    }

    static class Light {

        public void look() {}

        @HeavyStatistics
        public void reckon() {}
    }

    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    private final HandlerMethod heavy = handler(new Heavy(), "look");

    private static HandlerMethod handler(Object controller, String method) {
        try {
            return new HandlerMethod(controller, method);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("GET", "/sets/1/results");
    }

    private static boolean enters(StatisticsGate gate, MockHttpServletRequest request, HandlerMethod handler) {
        try {
            return gate.preHandle(request, new MockHttpServletResponse(), handler);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void soManyAreInsideAndTheNextIsToldToComeAgain() throws Exception {
        StatisticsGate gate = new StatisticsGate(new StatisticsSettings(1, 0, FOR_EVER));
        MockHttpServletRequest first = request();
        assertThat(enters(gate, first, heavy)).isTrue();

        MockHttpServletResponse refused = new MockHttpServletResponse();
        assertThat(gate.preHandle(request(), refused, heavy)).isFalse();

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(enters(gate, request(), handler(new Light(), "reckon"))).isFalse();
        assertThat(enters(gate, request(), handler(new Light(), "look"))).isTrue();
        gate.afterCompletion(first, new MockHttpServletResponse(), heavy, null);
        gate.afterCompletion(first, new MockHttpServletResponse(), heavy, null);
        assertThat(gate.atWork()).as("it leaves once").isZero();
        assertThat(enters(gate, request(), heavy)).isTrue();
        assertThat(enters(gate, request(), heavy)).isFalse();
    }

    @Test
    void whoWaitsComesInWhenAnotherLeaves() {
        StatisticsGate gate = new StatisticsGate(new StatisticsSettings(1, 1, FOR_EVER));
        MockHttpServletRequest first = request();
        assertThat(enters(gate, first, heavy)).isTrue();

        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> enters(gate, request(), heavy));
        gate.postHandle(first, new MockHttpServletResponse(), heavy, null);

        assertThat(second.join()).isTrue();
        assertThat(gate.atWork()).isEqualTo(1);
    }

    @Test
    void patienceHasAnEnd() {
        StatisticsGate gate = new StatisticsGate(new StatisticsSettings(1, 1, Duration.ZERO));
        assertThat(enters(gate, request(), heavy)).isTrue();
        assertThat(enters(gate, request(), heavy)).isFalse();
        assertThat(enters(gate, request(), heavy)).as("the line is free again").isFalse();
    }
}
