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
        Random random = new Random(25);
        Ratings ratings = Ratings.of(
                answers(random, images, participants, 8),
                answers(random, images, participants, 9),
                answers(random, images, participants, 9));

        long start = System.nanoTime();
        AgreementStatistics statistics = AgreementStatistics.of(ratings);
        double taken = (System.nanoTime() - start) / 1e9;

        System.out.printf(
                Locale.ROOT, "%d images, %d participants: all statistics in %.2f s%n", images, participants, taken);
        assertThat(statistics.valence().ccc().pairs()).isEqualTo(participants * (participants - 1) / 2);
        assertThat(taken).isLessThan(seconds);
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
