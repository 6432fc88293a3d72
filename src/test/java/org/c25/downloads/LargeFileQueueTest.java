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
class LargeFileQueueTest {

    private final LargeFileQueue queue =
            new LargeFileQueue(new DownloadSettings(1, 2, 9, Duration.ofMillis(20), Duration.ofMinutes(1), null));
    private final CountDownLatch released = new CountDownLatch(1);
    private LargeFileTask<String> first;

    @BeforeEach
    void somebodyIsAtWork() {
        first = held();
        queue.add(first);
        assertThat(first.hasBegunWithin(Duration.ofMinutes(1))).isTrue();
    }

    private LargeFileTask<String> held() {
        return new LargeFileTask<>(() -> {
            released.await();
            return "made";
        });
    }

    @AfterEach
    void end() {
        released.countDown();
        queue.destroy();
    }

    @Test
    void eachKnowsHowManyAreBeforeIt() {
        LargeFileTask<String> second = held();
        LargeFileTask<String> third = held();
        queue.add(second);
        queue.add(third);

        assertThat(queue.before(second)).isZero();
        assertThat(queue.before(third)).isEqualTo(1);
        assertThat(second.hasBegun()).isFalse();
        assertThatThrownBy(() -> queue.add(held()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        full -> assertThat(full.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        released.countDown();
        assertThat(third.result()).isEqualTo("made");
    }

    @Test
    void aRequestWhoseTurnDoesNotComeLeavesTheLineAndNothingIsDone() {
        AtomicBoolean done = new AtomicBoolean();

        assertThatThrownBy(() -> queue.inTurn(() -> {
                    done.set(true);
                    return "made";
                }))
                .isInstanceOfSatisfying(
                        Problem.class,
                        late -> assertThat(late.getHeaders().getFirst("Retry-After"))
                                .isEqualTo("30"));
        released.countDown();
        assertThat(queue.inTurn(() -> "another")).isEqualTo("another");
        assertThat(done).isFalse();
    }

    @Test
    void whatTheWorkThrowsReachesWhoWaits() {
        released.countDown();

        assertThatThrownBy(() -> queue.inTurn(() -> {
                    throw Problem.notFound("set");
                }))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no such set");
    }
}
