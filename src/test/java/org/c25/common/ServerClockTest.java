package org.c25.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ServerClockTest {

    private static final Instant THEN = Instant.parse("2001-02-03T04:05:06.789Z");

    private final ServerClock clock = new ServerClock();

    @Test
    void itIsSetBackOnlyMeanwhileAndOnlyInOneThread() {
        Instant before = clock.instant();

        clock.at(THEN, () -> {
            assertThat(clock.instant()).isEqualTo(THEN);
            assertThat(CompletableFuture.supplyAsync(clock::instant).join()).isAfterOrEqualTo(before);
            assertThat(clock.at(THEN.minusSeconds(1), clock::instant)).isEqualTo(THEN.minusSeconds(1));
            assertThat(clock.instant()).isEqualTo(THEN);
        });

        assertThat(clock.instant()).isAfterOrEqualTo(before);
    }

    @Test
    void itGoesOnAfterAFailure() {
        Instant before = clock.instant();

        assertThatThrownBy(() -> clock.at(THEN, () -> Instant.parse("never")));

        assertThat(clock.instant()).isAfterOrEqualTo(before);
    }
}
