package org.c25.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.c25.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** From its order to the end of its file. */
class DownloadTest {

    @TempDir
    Path folder;

    private final AtomicBoolean gone = new AtomicBoolean();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private Download download(FileOrder.Content content) throws IOException {
        FileOrder order = new FileOrder("/a", "a.csv", MediaType.TEXT_PLAIN, "/", content, () -> {});
        return new Download(1, order, TemporaryFile.in(folder, () -> gone.set(true)), new Clock() {

            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    @Test
    void itTellsHowFarItIsAndItsFileGoesWithItsLastReader() throws IOException {
        Download download = download((out, progress) -> {
            progress.tell("Writing the answers", 1, 2);
            out.write("some text".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(download.words(0)).isEqualTo("This is the next in line.");
        assertThat(download.words(2)).isEqualTo("2 others are made before this one.");

        download.task().run();

        assertThat(download.words(0)).isEqualTo("The file is ready: 1 kB.");
        assertThat(download.file().bytes()).isEqualTo(9);
        assertThat(download.lend()).isTrue();
        download.giveBack();
        download.drop();
        assertThat(gone).as("one reads it yet").isFalse();
        assertThat(download.lend()).as("to nobody else").isFalse();
        download.giveBack();
        assertThat(gone).isTrue();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFullDiskIsToldAsSuchWithAnotherTryLater() throws IOException {
        Download download = download((out, progress) -> {
            throw new IOException("No space left on device");
        });

        download.task().run();

        assertThatThrownBy(() -> download.task().result()).isInstanceOfSatisfying(Problem.class, full -> {
            assertThat(full.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(full.getHeaders().getFirst("Retry-After")).isEqualTo("60");
            assertThat(full.detail()).contains("disk may be full");
        });
    }

    @Test
    void whatNobodyFetchesIsKeptForAWhileFromItsEndOn() throws IOException {
        Download download = download((out, progress) -> now = now.plus(Duration.ofHours(1)));
        assertThat(download.hasBeenReadyFor(Duration.ZERO)).isFalse();

        download.task().run();

        assertThat(download.hasBeenReadyFor(Duration.ofMinutes(10))).isFalse();
        now = now.plus(Duration.ofMinutes(11));
        assertThat(download.hasBeenReadyFor(Duration.ofMinutes(10))).isTrue();
    }
}
