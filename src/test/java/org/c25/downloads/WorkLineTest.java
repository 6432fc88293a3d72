package org.c25.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.c25.common.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** One at a time, two in line, and requests that wait for no more than a moment. */
class WorkLineTest {

    private final WorkLine line =
            new WorkLine(new DownloadSettings(1, 2, 9, Duration.ofMillis(20), Duration.ofMinutes(1), null));
    private final CountDownLatch released = new CountDownLatch(1);
    private Work<String> first;

    @BeforeEach
    void somebodyIsAtWork() {
        first = held();
        line.add(first);
        assertThat(first.hasBegunWithin(Duration.ofMinutes(1))).isTrue();
    }

    private Work<String> held() {
        return new Work<>(() -> {
            released.await();
            return "made";
        });
    }

    @AfterEach
    void end() {
        released.countDown();
        line.destroy();
    }

    @Test
    void eachKnowsHowManyAreBeforeIt() {
        Work<String> second = held();
        Work<String> third = held();
        line.add(second);
        line.add(third);

        assertThat(line.before(second)).isZero();
        assertThat(line.before(third)).isEqualTo(1);
        assertThat(second.hasBegun()).isFalse();
        assertThatThrownBy(() -> line.add(held()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        full -> assertThat(full.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        released.countDown();
        assertThat(third.result()).isEqualTo("made");
    }

    @Test
    void aRequestWhoseTurnDoesNotComeLeavesTheLineAndNothingIsDone() {
        AtomicBoolean done = new AtomicBoolean();

        assertThatThrownBy(() -> line.inTurn(() -> {
                    done.set(true);
                    return "made";
                }))
                .isInstanceOfSatisfying(
                        Problem.class,
                        late -> assertThat(late.getHeaders().getFirst("Retry-After"))
                                .isEqualTo("30"));
        released.countDown();
        assertThat(line.inTurn(() -> "another")).isEqualTo("another");
        assertThat(done).isFalse();
    }

    @Test
    void whatTheWorkThrowsReachesWhoWaits() {
        released.countDown();

        assertThatThrownBy(() -> line.inTurn(() -> {
                    throw Problem.notFound("set");
                }))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no such set");
    }
}
