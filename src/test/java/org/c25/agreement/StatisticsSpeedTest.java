package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures all statistics of a set, from its answers in memory. The bounds are wide: the machine may be busy. */
class StatisticsSpeedTest {

    @ParameterizedTest
    @CsvSource({"800, 25, 1", "10000, 100, 10"})
    void allStatisticsOfASet(int images, int participants, double seconds) {
        Ratings ratings = ratings(images, participants);

        long start = System.nanoTime();
        AgreementStatistics statistics = AgreementStatistics.of(ratings);
        double taken = (System.nanoTime() - start) / 1e9;

        System.out.printf(
                Locale.ROOT, "%d images, %d participants: all statistics in %.2f s%n", images, participants, taken);
        assertThat(statistics.valence().ccc().pairs()).isEqualTo(participants * (participants - 1) / 2);
        assertThat(taken).isLessThan(seconds);
    }

    @ParameterizedTest
    @CsvSource({"800, 25, 10"})
    void growth(int images, int participants, double seconds) {
        Ratings ratings = ratings(images, participants);

        long start = System.nanoTime();
        Growth growth = Growth.of(ratings, 25, 200);
        double taken = (System.nanoTime() - start) / 1e9;

        System.out.printf(
                Locale.ROOT,
                "%d images, %d participants: growth, %d resamples, in %.2f s%n",
                images,
                participants,
                growth.resamples(),
                taken);
        assertThat(growth.resamples()).isEqualTo(200);
        assertThat(taken).isLessThan(seconds);
    }

    @ParameterizedTest
    @CsvSource({"800, 25, 10"})
    void dawidSkene(int images, int participants, double seconds) {
        Ratings ratings = ratings(images, participants);

        long start = System.nanoTime();
        DawidSkene estimate = DawidSkene.of(ratings);
        double taken = (System.nanoTime() - start) / 1e9;

        System.out.printf(
                Locale.ROOT,
                "%d images, %d participants: Dawid-Skene, %d iterations, in %.2f s%n",
                images,
                participants,
                estimate.iterations(),
                taken);
        assertThat(estimate.images()).hasSize(images);
        assertThat(taken).isLessThan(seconds);
    }

    private static Ratings ratings(int images, int participants) {
        Random random = new Random(25);
        return Ratings.of(
                answers(random, images, participants, 8),
                answers(random, images, participants, 9),
                answers(random, images, participants, 9));
    }

    private static byte[][] answers(Random random, int images, int participants, int categories) {
        byte[][] slots = new byte[participants][images];
        for (byte[] slot : slots) {
            for (int image = 0; image < images; image++) {
                slot[image] = (byte) random.nextInt(categories);
            }
        }
        return slots;
    }
}
