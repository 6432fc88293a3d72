package org.c25.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures how many intervals of 95 % hold what a very large set of the same people has, and prints it:
 *
 * <pre>mvn test -Dtest=CoverageTest -Dc25.measure=true</pre>
 */
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures how many intervals hold the truth, which takes a minute")
class CoverageTest {

    private static final int SETS = 400;

    @ParameterizedTest
    @CsvSource({"10, 0", "20, 0", "50, 0", "200, 0", "20, 0.3", "50, 0.3", "200, 0.3"})
    void intervalsHoldTheTruth(int images, double missing) {
        Map<String, Double> truth = coefficients(simulated(new Random(1), 20_000, missing), 1).stream()
                .collect(Collectors.toMap(CoverageTest::name, Coefficient::value));
        Map<String, Integer> held = new LinkedHashMap<>();
        Map<String, Integer> given = new LinkedHashMap<>();
        for (int set = 0; set < SETS; set++) {
            for (Coefficient one : coefficients(simulated(new Random(100 + set), images, missing), 200)) {
                Estimate estimate = one.estimate();
                double value = truth.get(name(one));
                if (estimate.hasInterval()) {
                    given.merge(name(one), 1, Integer::sum);
                    held.merge(name(one), estimate.low() <= value && value <= estimate.high() ? 1 : 0, Integer::sum);
                }
            }
        }
        System.out.printf(Locale.ROOT, "%d images, %.0f %% missing:%n", images, 100 * missing);
        given.forEach((name, many) -> System.out.printf(
                Locale.ROOT, "  %-34s %5.1f %% of %d intervals%n", name, 100.0 * held.get(name) / many, many));
    }

    private static List<Coefficient> coefficients(Ratings ratings, int draws) {
        return Coefficient.of(AgreementStatistics.of(ratings), Bootstrap.of(ratings, draws, 25)).stream()
                .filter(one -> one.dimension() != Dimension.AROUSAL)
                .toList();
    }

    private static String name(Coefficient one) {
        return one.dimension().field() + " " + one.key();
    }

    /** Five people, the first of whom sees 5 in 10 expressions rightly, the last 9; steps are up to two off. */
    private static Ratings simulated(Random random, int images, double missing) {
        byte[][] expression = new byte[5][images];
        byte[][] scale = new byte[5][images];
        for (int image = 0; image < images; image++) {
            int shown = random.nextInt(8);
            int step = 1 + random.nextInt(7);
            for (int rater = 0; rater < 5; rater++) {
                boolean given = random.nextDouble() >= missing;
                int seen = random.nextInt(10) < 5 + rater ? shown : random.nextInt(8);
                int near = Math.max(0, Math.min(8, step + random.nextInt(3) + random.nextInt(3) - 2));
                expression[rater][image] = (byte) (given ? seen : Ratings.NONE);
                scale[rater][image] = (byte) (given ? near : Ratings.NONE);
            }
        }
        return Ratings.of(expression, scale, scale);
    }
}
