package org.c25.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
    void onlyTheDemonstrationSetsItBack() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "org", "c25"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).contains("ServerClock"))
                            .map(file -> file.getParent().getFileName().toString()))
                    .containsOnly("common", "demonstration");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itGoesOnAfterAFailure() {
        Instant before = clock.instant();

        assertThatThrownBy(() -> clock.at(THEN, () -> Instant.parse("never")));

        assertThat(clock.instant()).isAfterOrEqualTo(before);
    }
}
