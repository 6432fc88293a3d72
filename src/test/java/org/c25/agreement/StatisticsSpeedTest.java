package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.c25.crowd.DawidSkene;
import org.c25.ratings.Ratings;
import org.c25.testing.Measured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures the statistics of a set, from its answers in memory. */
@Measured
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
    @CsvSource({"800, 25, 1000, 30", "10000, 100, 100, 120"})
    void whatIsDrawnAtRandom(int images, int participants, int draws, double seconds) {
        assertThat(Bootstrap.draws(images, participants)).isEqualTo(draws);
        assertThat(bootstrap(images, participants, draws)
                        + growth(images, participants, 200)
                        + dawidSkene(images, participants))
                .isLessThan(seconds);
    }

    private static double bootstrap(int images, int participants, int draws) {
        Ratings ratings = ratings(images, participants);
        return measure(
                images,
                participants,
                () -> "bootstrap, " + Bootstrap.of(ratings, draws, 25).draws() + " draws");
    }

    private static double growth(int images, int participants, int resamples) {
        Ratings ratings = ratings(images, participants);
        return measure(
                images,
                participants,
                () -> "growth, " + Growth.of(ratings, 25, resamples).resamples() + " resamples");
    }

    /** Of answers of which half are right: at random there would be nothing to find, and it would take all iterations. */
    private static double dawidSkene(int images, int participants) {
        Random random = new Random(25);
        byte[][] answers = answers(random, images, participants, 8);
        for (byte[] slot : answers) {
            for (int image = 0; image < images; image++) {
                slot[image] = random.nextBoolean() ? (byte) (image % 8) : slot[image];
            }
        }
        Ratings ratings = Ratings.of(answers, answers, answers);
        return measure(
                images,
                participants,
                () -> "Dawid and Skene, " + DawidSkene.of(ratings).iterations() + " iterations");
    }

    private static double measure(int images, int participants, Supplier<String> figures) {
        long start = System.nanoTime();
        String name = figures.get();
        double taken = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%d images, %d participants: %s in %.2f s%n", images, participants, name, taken);
        return taken;
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
