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
import org.junit.jupiter.params.provider.ValueSource;

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
    private static final int SETS_OF_PAIRS = 2_000;

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

    /** ICC of somebody's first and second answers to so many images: the same person, who is not always sure. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 80, 400})
    void intervalsOfSelfAgreementHoldTheTruth(int pairs) {
        IntraclassCorrelation truth = IntraclassCorrelation.of(twice(new Random(1), 400_000));
        int[] held = new int[2];
        for (int set = 0; set < SETS_OF_PAIRS; set++) {
            IntraclassCorrelation one = IntraclassCorrelation.of(twice(new Random(100 + set), pairs));
            held[0] += one.icc11().low() <= truth.icc11().value()
                            && truth.icc11().value() <= one.icc11().high()
                    ? 1
                    : 0;
            held[1] += one.icc21().low() <= truth.icc21().value()
                            && truth.icc21().value() <= one.icc21().high()
                    ? 1
                    : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%d pairs: ICC(1,1) %.1f %%, ICC(2,1) %.1f %% of %d intervals%n",
                pairs,
                100.0 * held[0] / SETS_OF_PAIRS,
                100.0 * held[1] / SETS_OF_PAIRS,
                SETS_OF_PAIRS);
    }

    private static Answers twice(Random random, int pairs) {
        byte[][] both = new byte[2][pairs];
        for (int image = 0; image < pairs; image++) {
            double place = 4 + 1.8 * random.nextGaussian();
            for (byte[] showing : both) {
                showing[image] = (byte) Math.max(0, Math.min(8, Math.round(place + 1.2 * random.nextGaussian())));
            }
        }
        return Answers.of(9, pairs, both);
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
