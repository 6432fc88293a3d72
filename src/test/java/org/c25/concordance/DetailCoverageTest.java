package org.c25.concordance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;
import org.c25.concordance.MadeUpSet.Images;
import org.c25.concordance.MadeUpSet.Raters;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures how many intervals of 95 % hold what a very large set has, and prints it: over images, that of the same people and many other
 * images; over raters, that of the same images and many other people; over both, that of many of both; and how often the interval over
 * images, held against the latter, holds it.
 *
 * <pre>mvn test -Dtest=DetailCoverageTest -Dc25.measure=true -Dc25.sets=2000</pre>
 *
 * <p>{@code -Dc25.only=icc} measures those alone whose names begin so, on the same sets.
 */
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures how many intervals hold the truth, which takes many minutes")
class DetailCoverageTest {

    private static final int SETS = Integer.getInteger("c25.sets", 500);

    /** The beginning of the names of those that are measured, such as {@code icc}; all, if it is not given. */
    private static final String ONLY = System.getProperty("c25.only", "");

    /** How much greater what stands for all images, or for all people, is than a set. */
    private static final int TIMES = 20;

    /** The most people whose pairs stand for all pairs, which would be too many. */
    private static final int MOST_IN_PAIRS = 80;

    private static final List<String> PARTS = List.of(
            "difference, percentAgreement",
            "difference, fleissKappa",
            "difference, gwetAc1",
            "difference, krippendorffAlpha",
            "difference, krippendorffAlphaInterval",
            "difference, gwetAc2Quadratic");

    @ParameterizedTest
    @CsvSource({"100, 10", "100, 25", "100, 5", "50, 10", "20, 10", "400, 10", "800, 25"})
    void intervalsHoldTheTruth(int images, int raters) {
        Random random = new Random(25);
        int many = Math.min(TIMES * raters, 300);
        Map<String, Double> both = truth(MadeUpSet.of(random, TIMES * 400, 2 * many), raters);
        Map<String, int[]> held = new LinkedHashMap<>();
        for (int set = 0; set < SETS; set++) {
            Images these = Images.of(random, images);
            Raters them = Raters.of(random, raters);
            Map<String, Double> ofImages = truth(MadeUpSet.of(random, Images.of(random, TIMES * images), them), raters);
            Map<String, Double> ofRaters = truth(MadeUpSet.of(random, these, Raters.of(random, many)), raters);
            figures(MadeUpSet.of(random, these, them).ratings()).forEach((name, all) -> {
                int[] counts = held.computeIfAbsent(name, key -> new int[4]);
                counts[0] += holds(all.overImages(), ofImages.getOrDefault(name, Double.NaN));
                counts[1] +=
                        holds(all.overRaters(), PARTS.contains(name) ? 0 : ofRaters.getOrDefault(name, Double.NaN));
                counts[2] += holds(all.overBoth(), PARTS.contains(name) ? 0 : both.getOrDefault(name, Double.NaN));
                counts[3] += holds(all.overImages(), PARTS.contains(name) ? 0 : both.getOrDefault(name, Double.NaN));
            });
        }
        System.out.printf(
                Locale.ROOT,
                "%d images, %d raters, %d sets: over images, raters, both; over images held against both%n",
                images,
                raters,
                SETS);
        held.forEach((name, counts) -> System.out.printf(
                Locale.ROOT,
                "  %-34s %5.1f %5.1f %5.1f  %5.1f%n",
                name,
                100.0 * counts[0] / SETS,
                100.0 * counts[1] / SETS,
                100.0 * counts[2] / SETS,
                100.0 * counts[3] / SETS));
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }

    /** The values of a very large set; those that depend on the number of raters, of so many. */
    private static Map<String, Double> truth(MadeUpSet set, int raters) {
        Map<String, Double> values = new HashMap<>();
        for (Dimension dimension : List.of(Dimension.EXPRESSION, Dimension.VALENCE)) {
            Answers answers = Answers.of(set.ratings(), dimension);
            measures(dimension, raters)
                    .forEach(one -> values.put(one.key(), one.value().applyAsDouble(answers)));
        }
        if (!ONLY.isEmpty()) {
            return values;
        }
        Answers fear = AgreementDetail.whether(Answers.of(set.ratings(), Dimension.EXPRESSION), Expression.FEAR);
        Measures.OF_CATEGORY.forEach(
                one -> values.put("fear, " + one.key(), one.value().applyAsDouble(fear)));
        double[][] halves = new double[2][];
        for (int half = 0; half < 2; half++) {
            int these = half;
            Ratings part = set.ratings()
                    .without(IntStream.range(0, set.ratings().slots())
                            .filter(slot -> slot % 2 != these)
                            .boxed()
                            .collect(Collectors.toSet()));
            halves[half] = parts(part).toArray();
        }
        for (int i = 0; i < PARTS.size(); i++) {
            values.put(PARTS.get(i), halves[0][i] - halves[1][i]);
        }
        Ratings some = set.ratings()
                .without(IntStream.range(MOST_IN_PAIRS, set.ratings().slots())
                        .boxed()
                        .collect(Collectors.toSet()));
        pairs(some, new ImageGroups(new int[some.images()], 1)).forEach(one -> values.put(one.key(), one.value()));
        return values;
    }

    private static DoubleStream parts(Ratings ratings) {
        return Stream.of(Dimension.EXPRESSION, Dimension.VALENCE)
                .flatMapToDouble(dimension -> Measures.ofPart(dimension).stream()
                        .mapToDouble(one -> one.value().applyAsDouble(Answers.of(ratings, dimension))));
    }

    /** With the difference of two groups of raters, which is 0 but where these very people rate other images. */
    private static Map<String, ThreeIntervals> figures(Ratings ratings) {
        Map<String, ThreeIntervals> figures = new LinkedHashMap<>();
        ImageGroups groups = ImageGroups.of(ratings.images(), ratings.participants(), 25);
        for (Dimension dimension : List.of(Dimension.EXPRESSION, Dimension.VALENCE)) {
            Answers answers = Answers.of(ratings, dimension);
            new Jackknife(dimension, answers, groups)
                    .of(measures(dimension, answers.raters()))
                    .forEach(one -> figures.put(one.key(), one.intervals()));
        }
        if (!ONLY.isEmpty()) {
            return figures;
        }
        pairs(ratings, groups).forEach(one -> figures.put(one.key(), one.intervals()));
        AgreementDetail detail = new AgreementDetail(ratings, 25);
        detail.category(Answers.of(ratings, Dimension.EXPRESSION), Expression.FEAR)
                .coefficients()
                .forEach(one -> figures.put("fear, " + one.key(), one.intervals()));
        List<String> halves = IntStream.range(0, ratings.slots())
                .mapToObj(slot -> slot % 2 == 0 ? "one" : "other")
                .toList();
        GroupingAgreement difference = detail.groups(new RaterGrouping("x", "X", false, halves));
        difference
                .differences()
                .forEach(between -> between.coefficients().stream()
                        .filter(one -> one.dimension() != Dimension.AROUSAL)
                        .forEach(one -> figures.put("difference, " + one.key(), one.intervals())));
        return figures;
    }

    private static List<DetailedCoefficient> pairs(Ratings ratings, ImageGroups groups) {
        Answers expression = Answers.of(ratings, Dimension.EXPRESSION);
        Answers valence = Answers.of(ratings, Dimension.VALENCE);
        return Stream.of(
                        PairMeasures.main(Dimension.EXPRESSION, expression, groups),
                        PairMeasures.further(Dimension.EXPRESSION, expression, groups),
                        PairMeasures.main(Dimension.VALENCE, valence, groups),
                        PairMeasures.further(Dimension.VALENCE, valence, groups))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Measure> measures(Dimension dimension, int raters) {
        return Stream.concat(Measures.main(dimension, raters).stream(), Measures.further(dimension, raters).stream())
                .filter(one -> one.key().startsWith(ONLY))
                .toList();
    }
}
