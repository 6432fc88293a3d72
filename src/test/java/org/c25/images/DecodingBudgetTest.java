package org.c25.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Rectangle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOException;
import org.c25.common.Problem;
import org.c25.testing.Lab;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/** What becomes of sound pictures where memory is short. */
class DecodingBudgetTest {

    private static final long MEGABYTE = 1 << 20;
    private static final ImageSettings SETTINGS =
            new ImageSettings(DataSize.ofMegabytes(50), 60_000_000, DataSize.ofGigabytes(1));

    private static DecodingBudget budget(long megabytes) {
        return new DecodingBudget(megabytes * MEGABYTE, Duration.ZERO);
    }

    @Test
    void aSoundPictureOfSixtyMegapixelsIsCheckedAndMadeSmallWithLittleMemory() throws Exception {
        byte[] large = LargePng.of(10_000, 6_000);

        assertThat(new Pictures(SETTINGS, budget(32)).examine(large))
                .as("it is 480 MB when it is decoded whole")
                .returns(10_000, Picture::width)
                .returns(6_000, Picture::height);
        assertThatExceptionOfType(UnfitImageException.class)
                .isThrownBy(() -> new Pictures(SETTINGS, budget(32)).examine(Arrays.copyOf(large, large.length / 2)))
                .withMessageContaining("damaged");
    }

    @Test
    void aFaceIsCutOutOfALargePictureWithTheMemoryOfTheFace() throws Exception {
        Crops crops = new Crops(new Pictures(SETTINGS, budget(32)), budget(32));

        Picture face = new Pictures(SETTINGS, budget(32))
                .examine(crops.cut(LargePng.of(8_000, 5_000), new Rectangle(7_000, 4_000, 300, 300), 0));

        assertThat(face.width()).isEqualTo(300);
    }

    @Test
    void whatCanNeverFitIsToldWithItsSizeAndWhatToDo() {
        assertThatExceptionOfType(UnfitImageException.class)
                .isThrownBy(() -> new Pictures(SETTINGS, budget(1)).examine(Lab.picture("png", 1)))
                .withMessageContaining("5 MB of memory")
                .withMessageContaining("this server has 1 MB")
                .withMessageContaining("-Xmx");
    }

    @Test
    void whatDoesNotFitNowIsBusyAndNotDamaged() throws Exception {
        DecodingBudget budget = budget(32);
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<String> other = thread.submit(() -> budget.within(32 * MEGABYTE, () -> {
            started.countDown();
            await(done);
            return "decoded";
        }));
        await(started);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new Pictures(SETTINGS, budget).examine(Lab.picture("png", 1)))
                .returns(503, busy -> busy.getStatusCode().value())
                .returns("10", busy -> busy.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .withMessageContaining("Nothing was stored; try again");

        done.countDown();
        assertThat(other.get()).isEqualTo("decoded");
        thread.shutdown();
        assertThat(new Pictures(SETTINGS, budget).examine(Lab.picture("png", 1)).width())
                .isEqualTo(24);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noMoreThanTwoAreDecodedAtATime() throws Exception {
        DecodingBudget budget = new DecodingBudget(32 * MEGABYTE, Duration.ofMinutes(5));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(many.submit(() -> budget.within(1, () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.yield();
                return now.decrementAndGet();
            })));
        }
        for (Future<Integer> one : all) {
            one.get();
        }
        many.shutdown();

        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void memoryThatRunsOutIsBusyHoweverItIsWrapped() {
        for (DecodingBudget.Decoding<String> failing : List.<DecodingBudget.Decoding<String>>of(
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                () -> {
                    throw new IIOException("Error reading", new OutOfMemoryError("Java heap space"));
                },
                () -> {
                    throw new IllegalStateException(new IIOException("x", new OutOfMemoryError()));
                })) {
            DecodingBudget budget = budget(32);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> budget.within(1, failing))
                    .returns(503, busy -> busy.getStatusCode().value());
        }
    }
}
