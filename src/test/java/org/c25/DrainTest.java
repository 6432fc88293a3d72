package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

class DrainTest {

    @Test
    void thePortIsOpenUntilTheWaitIsOver() {
        Drain drain = new Drain(Duration.ofMillis(200));
        drain.start();
        long before = System.nanoTime();

        drain.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(drain.isRunning()).isFalse();
        // The highest phase stops first, and the port is closed in a lower one.
        assertThat(drain.getPhase()).isEqualTo(SmartLifecycle.DEFAULT_PHASE);
    }
}
