package org.c25.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;
import org.c25.agreement.IntraclassCorrelation;
import org.c25.ratings.Repeat;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures how many intervals of 95 % hold the truth of the world from which images and raters were drawn, and prints it:
 *
 * <pre>mvn test -Dtest=ReliabilityCoverageTest -Dc25.measure=true</pre>
 */
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures how many intervals hold the truth, which takes minutes")
class ReliabilityCoverageTest {

    /** Variances as those of the published set: image, rater, image × rater, error. */
    private static final double[] WORLD = {1, 0.3, 0.6, 0.5};

    private record Set(Answers answers, List<Repeat> repeats) {}

    /** @param steps whether answers are nine steps, or as good as normally distributed */
    @ParameterizedTest
    @CsvSource({
        "100, 5, false",
        "100, 25, false",
        "100, 5, true",
        "100, 10, true",
        "100, 25, true",
        "400, 10, true",
        "30, 5, true"
    })
    void variancesAndWhatFollowsFromThem(int images, int raters, boolean steps) {
        int sets = 2_000;
        Random random = new Random(25);
        List<VarianceComponents> components = new ArrayList<>();
        List<IntraclassCorrelation> correlations = new ArrayList<>();
        for (int i = 0; i < sets; i++) {
            Set set = scale(random, images, raters, steps);
            components.add(VarianceComponents.of(set.answers(), set.repeats(), Dimension.VALENCE));
            correlations.add(IntraclassCorrelation.of(set.answers()));
        }
        // The estimates have no bias, whatever the distribution: their mean is the truth.
        double image = mean(components, VarianceComponents::image);
        double rater = mean(components, VarianceComponents::rater);
        double residual = mean(components, VarianceComponents::residual);
        System.out.printf(
                Locale.ROOT,
                "%d images, %d raters, %s, %d sets:%n",
                images,
                raters,
                steps ? "nine steps" : "normal",
                sets);
        print("image", components, VarianceComponents::image, image);
        print("rater", components, VarianceComponents::rater, rater);
        print("residual", components, VarianceComponents::residual, residual);
        print(
                "image × rater",
                components,
                VarianceComponents::imageByRater,
                mean(components, VarianceComponents::imageByRater));
        print("error", components, VarianceComponents::error, mean(components, VarianceComponents::error));
        print(
                "ICC(2,1), Φ, raters needed",
                correlations,
                IntraclassCorrelation::icc21,
                image / (image + rater + residual));
        print("ICC(3,1), Eρ², α", correlations, IntraclassCorrelation::icc31, image / (image + residual));
    }

    @ParameterizedTest
    @CsvSource({"100, 5", "100, 10", "100, 25", "400, 10"})
    void drawnFromImagesOrFromRatersAndImages(int images, int raters) {
        int sets = 300;
        Random random = new Random(25);
        List<Estimate> omegas = new ArrayList<>();
        List<Estimate> halves = new ArrayList<>();
        List<VarianceComponents> components = new ArrayList<>();
        Map<Integer, List<Estimate>> kappas = new LinkedHashMap<>();
        for (int i = 0; i < sets; i++) {
            Answers answers = scale(random, images, raters, true).answers();
            components.add(VarianceComponents.of(answers, List.of(), Dimension.VALENCE));
            omegas.add(McDonaldOmega.of(answers, 200, i));
            halves.add(SplitHalf.of(answers, i).estimate());
            MajorityReliability majority = MajorityReliability.of(expressions(random, images, raters), i);
            for (int k : new int[] {1, 2, raters / 4, raters / 2, raters}) {
                kappas.computeIfAbsent(k, some -> new ArrayList<>()).add(majority.at(k));
            }
        }
        double image = mean(components, VarianceComponents::image);
        double residual = mean(components, VarianceComponents::residual);
        System.out.printf(Locale.ROOT, "%d images, %d raters, nine steps, %d sets:%n", images, raters, sets);
        double truth = image / (image + residual / raters);
        print("ω", omegas, one -> one, truth);
        print("split-half", halves, one -> one, truth);
        kappas.forEach((k, all) -> {
            if (k > 0) {
                print("κ of the majority of " + k, all, one -> one, kappa(k));
            }
        });
    }

    /** Of expressions of which some lack: κ of one rater, and of groups, whose members have not all seen an image. */
    @ParameterizedTest
    @CsvSource({"100, 10, 0.5", "100, 25, 0.5", "100, 25, 0.3", "400, 10, 0.3"})
    void expressionsOfWhichSomeLack(int images, int raters, double answered) {
        int sets = 300;
        Random random = new Random(25);
        Map<Integer, List<Estimate>> kappas = new LinkedHashMap<>();
        for (int i = 0; i < sets; i++) {
            MajorityReliability majority =
                    MajorityReliability.of(some(random, expressions(random, images, raters), answered), i);
            for (int k : new int[] {1, 2, raters / 2}) {
                kappas.computeIfAbsent(k, some -> new ArrayList<>()).add(majority.at(k));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d images, %d raters, %.0f %% of the answers, %d sets; the truth of complete groups:%n",
                images,
                raters,
                100 * answered,
                sets);
        kappas.forEach((k, all) -> print("κ of the majority of " + k, all, one -> one, kappa(k)));
    }

    private static Answers some(Random random, Answers answers, double answered) {
        byte[][] some = new byte[answers.raters()][];
        for (int rater = 0; rater < some.length; rater++) {
            some[rater] = answers.of(rater).clone();
            for (int image = 0; image < answers.images(); image++) {
                some[rater][image] = random.nextDouble() < answered ? some[rater][image] : -1;
            }
        }
        return Answers.of(answers.categories(), answers.images(), some);
    }

    /** What two groups of k raters of this world have in common, over very many images and groups. */
    private static double kappa(int k) {
        Random random = new Random(1);
        double sum = 0;
        int groups = 300;
        for (int group = 0; group < groups; group++) {
            sum += MajorityReliability.of(expressions(random, 400, 2 * k), group)
                    .points()
                    .get(k - 1)
                    .value();
        }
        return sum / groups;
    }

    private static <T> double mean(List<T> all, Function<T, Estimate> figure) {
        return all.stream()
                .mapToDouble(one -> figure.apply(one).value())
                .average()
                .orElseThrow();
    }

    private static <T> void print(String name, List<T> all, Function<T, Estimate> figure, double truth) {
        long held = all.stream()
                .map(figure)
                .filter(one -> one.low() <= truth && truth <= one.high())
                .count();
        System.out.printf(
                Locale.ROOT,
                "  %-28s truth %.4f, mean %.4f: %5.1f %%%n",
                name,
                truth,
                mean(all, figure),
                100.0 * held / all.size());
    }

    private static Set scale(Random random, int images, int raters, boolean steps) {
        double unit = steps ? 1 : 12;
        double middle = steps ? 4 : 64;
        int most = steps ? 8 : 127;
        double[] image = normal(random, images, WORLD[0]);
        double[] rater = normal(random, raters, WORLD[1]);
        byte[][] first = new byte[raters][images];
        List<Repeat> repeats = new ArrayList<>();
        for (int r = 0; r < raters; r++) {
            for (int i = 0; i < images; i++) {
                double seen = image[i] + rater[r] + Math.sqrt(WORLD[2]) * random.nextGaussian();
                first[r][i] = step(middle + unit * (seen + Math.sqrt(WORLD[3]) * random.nextGaussian()), most);
                if (i % 10 == 0) {
                    int again = step(middle + unit * (seen + Math.sqrt(WORLD[3]) * random.nextGaussian()), most);
                    repeats.add(new Repeat(r, i, new Repeat.Answer(0, first[r][i], 0), new Repeat.Answer(0, again, 0)));
                }
            }
        }
        return new Set(Answers.of(most + 1, images, first), repeats);
    }

    private static double[] normal(Random random, int number, double variance) {
        return IntStream.range(0, number)
                .mapToDouble(i -> Math.sqrt(variance) * random.nextGaussian())
                .toArray();
    }

    private static byte step(double value, int most) {
        return (byte) Math.max(0, Math.min(most, Math.round(value)));
    }

    /** Images differ in how clear they are, and raters in how good. */
    private static Answers expressions(Random random, int images, int raters) {
        double[] clear = random.doubles(images, 0.2, 1).toArray();
        double[] good = random.doubles(raters, 0.4, 1).toArray();
        byte[][] all = new byte[raters][images];
        for (int image = 0; image < images; image++) {
            int shown = random.nextInt(8);
            for (int rater = 0; rater < raters; rater++) {
                boolean sees = random.nextDouble() < clear[image] * good[rater];
                all[rater][image] = (byte) (sees ? shown : random.nextInt(8));
            }
        }
        return Answers.of(8, images, all);
    }
}
