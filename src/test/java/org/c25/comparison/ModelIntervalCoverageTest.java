package org.c25.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Estimate;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures how many intervals of 95 % of models' figures hold what a very large set of the same people and models has,
 * and prints it:
 *
 * <pre>mvn test -Dtest=ModelIntervalCoverageTest -Dc25.measure=true</pre>
 */
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures how many intervals hold the truth, which takes minutes")
class ModelIntervalCoverageTest {

    private static final int SETS = 1_000;

    /** In a hundred images so many of each expression: as rare as some are in AffectNet. */
    private static final int[] PER_HUNDRED = {22, 14, 12, 10, 8, 10, 4, 20};

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200, 800})
    void intervalsHoldTheTruth(int images) {
        measure(images);
    }

    private static void measure(int images) {
        Map<String, Double> truth = new TreeMap<>();
        look(new World(new Random(1), 100_000), 1).forEach((name, one) -> truth.put(name, one.value()));
        Map<String, int[]> held = new TreeMap<>();
        for (int set = 0; set < SETS; set++) {
            look(new World(new Random(100 + set), images), set).forEach((name, one) -> {
                int[] counts = held.computeIfAbsent(name, key -> new int[2]);
                double value = truth.get(name);
                counts[0] += one.hasInterval() && one.low() <= value && value <= one.high() ? 1 : 0;
                counts[1] += one.hasInterval() ? 1 : 0;
            });
        }
        System.out.printf(Locale.ROOT, "%d images:%n", images);
        held.forEach((name, counts) -> System.out.printf(
                Locale.ROOT,
                "  %-32s %5.1f %% of %d intervals hold %.3f%n",
                name,
                100.0 * counts[0] / counts[1],
                counts[1],
                truth.get(name)));
    }

    private static Map<String, Estimate> look(World world, long seed) {
        Map<String, Estimate> estimates = new TreeMap<>();
        RaterSeries everybody = ParticipantReference.of(world.ratings).everybody();
        SideBySide both = SideBySide.of(everybody, world.models, seed);
        both.models().get(0).estimates().forEach((measure, one) -> estimates.put(measure.key(), one));
        both.pairs()
                .get(0)
                .differences()
                .forEach((measure, one) -> estimates.put("difference of " + measure.key(), one));
        estimates.put(
                "corrected valence_pearson",
                Disattenuated.of(world.ratings, Dimension.VALENCE, world.models.get(0), seed)
                        .corrected());
        estimates.put(
                "corrected, 3 in 10 answers lack",
                Disattenuated.of(world.gappy, Dimension.VALENCE, world.models.get(0), seed)
                        .corrected());
        return estimates;
    }

    /** Five people and two models of some images. */
    private static final class World {

        private final Ratings ratings;
        /** The same without three in ten of the answers. */
        private final Ratings gappy;

        private final List<RaterSeries> models;

        World(Random random, int images) {
            byte[][] expression = new byte[5][images];
            byte[][] scale = new byte[5][images];
            List<RaterSeries> said = List.of(RaterSeries.silent(images), RaterSeries.silent(images));
            int[] kinds = IntStream.range(0, PER_HUNDRED.length)
                    .flatMap(kind -> IntStream.generate(() -> kind).limit(PER_HUNDRED[kind]))
                    .toArray();
            for (int image = 0; image < images; image++) {
                int shown = kinds[random.nextInt(kinds.length)];
                double place = random.nextGaussian() * 0.45;
                for (int rater = 0; rater < 5; rater++) {
                    expression[rater][image] = (byte) (random.nextInt(10) < 5 + rater ? shown : random.nextInt(8));
                    double seen = 4 + 4 * (place + random.nextGaussian() * 0.3);
                    scale[rater][image] = (byte) Math.max(0, Math.min(8, Math.round(seen)));
                }
                double error = random.nextGaussian();
                for (int model = 0; model < 2; model++) {
                    RaterSeries one = said.get(model);
                    one.expression()[image] = random.nextInt(100) < 70 - 8 * model ? shown : random.nextInt(8);
                    double own = (error + random.nextGaussian()) * (0.12 + 0.03 * model);
                    one.valence()[image] = Math.max(-1, Math.min(1, 0.1 + 0.8 * place + own));
                    one.arousal()[image] = one.valence()[image];
                }
            }
            this.ratings = Ratings.of(expression, scale, scale);
            Random gaps = new Random(images);
            byte[][] some = new byte[5][];
            for (int rater = 0; rater < 5; rater++) {
                some[rater] = scale[rater].clone();
                for (int image = 0; image < images; image++) {
                    some[rater][image] = gaps.nextInt(10) < 3 ? Ratings.NONE : some[rater][image];
                }
            }
            this.gappy = Ratings.of(expression, some, some);
            this.models = said;
        }
    }
}
