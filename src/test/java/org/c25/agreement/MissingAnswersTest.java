package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.c25.affect.Dimension;
import org.c25.agreement.Basis.Kind;
import org.c25.ratings.Ratings;
import org.c25.results.AgreementView;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SomeResults;
import org.junit.jupiter.api.Test;

/** What people who answered little or nothing do to the figures of the others, and what each figure says it rests on. */
class MissingAnswersTest {

    private static final double CLOSE = 1e-12;
    private static final List<String> ICC = List.of("icc11", "icc1k", "icc21", "icc2k", "icc31", "icc3k");

    @Test
    void whoAnsweredNothingChangesNothing() {
        qt().withExamples(30).forAll(longs().all(), integers().between(1, 8)).checkAssert((seed, raters) -> {
            Ratings without = somebodyAt(seed, raters, 40, 0.2);
            Ratings with = joined(without, nothing(40), nothing(40));

            assertThat(with.slots()).isEqualTo(raters + 1);
            assertThat(AgreementStatistics.of(with)).isEqualTo(AgreementStatistics.of(without));
            assertThat(Bootstrap.of(with, 20, seed)).isEqualTo(Bootstrap.of(without, 20, seed));
            assertThat(AgreementView.of(AgreementStatistics.of(with)))
                    .isEqualTo(AgreementView.of(AgreementStatistics.of(without)));
        });
    }

    /**
     * In sets of usual size: the change falls with the number of images, the standard error with its root alone. But for ICC, which takes
     * the images that all have answered: with one such image it has no value, and says why. Means over pairs do not change at
     * all, since nobody can be compared with who answered one image.
     */
    @Test
    void whoAnsweredOneImageMovesNothingByMoreThanItsStandardError() {
        // With five raters and 200 images one unusual answer can move AC2 by 1.7 standard errors; a set has 800.
        qt().withExamples(12)
                .forAll(longs().all(), integers().between(5, 12), integers().between(600, 800))
                .checkAssert((seed, raters, images) -> {
                    Ratings without = somebodyAt(seed, raters, images, 0.1);
                    Random random = new Random(seed);
                    int image = random.nextInt(images);
                    Ratings with = joined(
                            without, only(images, image, random.nextInt(8)), only(images, image, random.nextInt(9)));

                    Map<String, Coefficient> before = coefficients(without, 200);
                    for (Coefficient after : coefficients(with, 1).values()) {
                        Coefficient known = before.get(name(after));
                        if (ICC.contains(after.key())) {
                            assertThat(after.basis().images()).isLessThan(2);
                            assertThat(after.whyUndefined()).contains(UndefinedReason.TOO_FEW_COMPLETE.words());
                        } else {
                            double most = after.basis().isOfPairs()
                                    ? CLOSE
                                    : known.estimate().standardError();
                            assertThat(after.value()).as(name(after)).isEqualTo(known.value(), within(most));
                            assertThat(after.basis().participants()).isEqualTo(raters + 1);
                        }
                    }
                });
    }

    /** 24 people answered 800 images; one more began. Of the one image that all have answered κ could be anything. */
    @Test
    void aStragglerAmongManyIsHardlySeen() {
        Ratings many = somebodyAt(14, 24, 800, 0);
        Ratings with = joined(many, only(800, 17, 4), only(800, 17, 0));
        AgreementStatistics before = AgreementStatistics.of(many);
        AgreementStatistics after = AgreementStatistics.of(with);

        double kappa = before.expression().fleissKappa().value();
        assertThat(kappa).isBetween(.3, .5);
        assertThat(after.expression().fleissKappa().value()).isEqualTo(kappa, within(.0005));
        assertThat(after.expression().gwetAc1().value())
                .isEqualTo(before.expression().gwetAc1().value(), within(.0005));
        assertThat(after.expression().krippendorffAlpha())
                .isEqualTo(before.expression().krippendorffAlpha(), within(.0005));
        assertThat(after.expression().shared()).isEqualTo(new Basis(Kind.SHARED, 800, 25, 0));
        assertThat(after.expression().complete()).isEqualTo(new Basis(Kind.COMPLETE, 1, 25, 0));
        assertThat(after.expression().pairs()).isEqualTo(new Basis(Kind.PAIRS, 800, 25, 24 * 23 / 2));
        Ratings oneImage = with.only(new int[] {17});
        assertThat(AgreementStatistics.of(oneImage).expression().fleissKappa().value())
                .as("of the image that all have answered alone")
                .isNotCloseTo(kappa, within(.2));

        AgreementView view = AgreementView.of(after);
        assertThat(view.valence().completeImages()).isEqualTo(1);
        assertThat(view.valence().icc2k()).isNull();
        assertThat(view.valence().undefined())
                .containsKeys("icc11", "icc21", "icc2k")
                .hasSize(3);
        Results complete = SomeResults.of(with, Selection.ALL.ofComplete());
        assertThat(complete.statistics()).isEqualTo(before);
    }

    /** People 0 and 1 share twelve images, 0 and 2 ten, 1 and 2 nine of forty. */
    @Test
    void pairsWeighByTheImagesTheyShareAndNeedTen() {
        byte[][] answers = {nothing(40), nothing(40), nothing(40)};
        for (int image = 0; image < 12; image++) {
            answers[0][image] = (byte) (image % 2);
            answers[1][image] = (byte) (image < 3 ? 1 - image % 2 : image % 2);
        }
        for (int image = 3; image < 12; image++) {
            answers[2][image] = answers[0][image];
        }
        answers[0][20] = 1;
        answers[2][20] = 1;
        Answers three = Answers.of(8, 40, answers);
        RaterPairs pairs = new RaterPairs(three);
        Spread kappa = pairs.spread(PairCoefficient.COHEN_KAPPA);
        double first = WeightedKappa.of(three.table(0, 1), WeightedKappa.Weights.NOMINAL);

        assertThat(kappa.pairs()).isEqualTo(2);
        assertThat(kappa.mean()).isEqualTo((12 * first + 10) / 22, within(CLOSE));
        assertThat(kappa.sd()).isEqualTo((1 - first) / Math.sqrt(2), within(CLOSE));
        assertThat(pairs.images()).isEqualTo(13);
        assertThat(pairs.matrix(PairCoefficient.COHEN_KAPPA)[1][2]).isNaN();
        assertThat(pairs.shared()[1][2]).isEqualTo(9);
        assertThat(Basis.isEnough(3, 6)).as("half of a small set").isTrue();
        assertThat(Basis.isEnough(3, 7)).isFalse();
        assertThat(Basis.isEnough(0, 0)).isFalse();
    }

    /** Whatever is answered, of whatever size. */
    @Test
    void noIntervalLeavesWhatItsCoefficientCanBe() {
        qt().withExamples(60)
                .forAll(longs().all(), integers().between(2, 6), integers().between(1, 30))
                .checkAssert((seed, raters, images) -> {
                    Random random = new Random(seed);
                    Ratings ratings = somebodyAt(seed, raters, images, random.nextDouble());
                    for (Coefficient one : coefficients(ratings, 60).values()) {
                        Estimate estimate = one.estimate();
                        assertThat(one.whyUndefined().isPresent()).as(name(one)).isEqualTo(!estimate.isDefined());
                        if (one.basis().images() < 10) {
                            assertThat(estimate.hasInterval()).as(name(one)).isFalse();
                            assertThat(one.interval()).isEmpty();
                        }
                        if (one.basis().images() < 2) {
                            assertThat(estimate.standardError()).as(name(one)).isNaN();
                        }
                        if (estimate.hasInterval()) {
                            assertThat(estimate.low())
                                    .as(name(one))
                                    .isGreaterThanOrEqualTo(least(one.key(), raters) - CLOSE)
                                    .isLessThanOrEqualTo(estimate.high());
                            assertThat(estimate.high()).as(name(one)).isLessThanOrEqualTo(1 + CLOSE);
                        }
                    }
                });
    }

    private static double least(String key, int raters) {
        return switch (key) {
            case "percentAgreement" -> 0;
            case "icc11", "icc21", "icc31" -> -1.0 / (raters - 1);
            case "icc1k", "icc2k", "icc3k" -> Double.NEGATIVE_INFINITY;
            default -> -1;
        };
    }

    @Test
    void whatIsUndefinedSaysWhy() {
        assertThat(reasons("....", "....")).containsOnly(UndefinedReason.NOBODY);
        assertThat(reasons("0123", "....")).containsOnly(UndefinedReason.ONE_PARTICIPANT);
        assertThat(reasons("01..", "..23"))
                .containsOnly(
                        UndefinedReason.NO_SHARED_IMAGE, UndefinedReason.TOO_FEW_COMPLETE, UndefinedReason.NO_PAIR);
        assertThat(reasons("1111", "1111"))
                .as("percent agreement and AC are 1 there")
                .containsOnly(
                        UndefinedReason.ONE_CATEGORY, UndefinedReason.NO_VARIATION, UndefinedReason.NO_PAIR_VARIES);
        assertThat(reasons("0123", "0..."))
                .as("of the one image with two answers")
                .containsOnly(UndefinedReason.ONE_CATEGORY, UndefinedReason.TOO_FEW_COMPLETE, UndefinedReason.NO_PAIR);
        assertThat(reasons("0123", "0132")).isEmpty();
    }

    private static List<UndefinedReason> reasons(String one, String other) {
        byte[][] slots = {cells(one), cells(other)};
        return Coefficient.of(AgreementStatistics.of(Ratings.of(slots, slots, slots))).stream()
                .filter(coefficient -> coefficient.whyUndefined().isPresent())
                .map(coefficient -> coefficient.basis().whyUndefined())
                .distinct()
                .toList();
    }

    private static byte[] cells(String text) {
        byte[] cells = new byte[text.length()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) (text.charAt(i) == '.' ? Ratings.NONE : text.charAt(i) - '0');
        }
        return cells;
    }

    private static Map<String, Coefficient> coefficients(Ratings ratings, int draws) {
        Map<String, Coefficient> all = new HashMap<>();
        Coefficient.of(AgreementStatistics.of(ratings), Bootstrap.of(ratings, draws, 25))
                .forEach(one -> all.put(name(one), one));
        return all;
    }

    private static String name(Coefficient one) {
        return one.dimension() + " " + one.key();
    }

    /** People who see rightly two times in three, and who leave out some of the answers. */
    private static Ratings somebodyAt(long seed, int raters, int images, double missing) {
        Random random = new Random(seed);
        byte[][] expression = new byte[raters][images];
        byte[][] scale = new byte[raters][images];
        for (int image = 0; image < images; image++) {
            int shown = random.nextInt(8);
            for (int rater = 0; rater < raters; rater++) {
                boolean given = random.nextDouble() >= missing;
                int seen = random.nextInt(3) == 0 ? random.nextInt(8) : shown;
                expression[rater][image] = (byte) (given ? seen : Ratings.NONE);
                scale[rater][image] = (byte) (given ? Math.min(8, shown + random.nextInt(4)) : Ratings.NONE);
            }
        }
        return Ratings.of(expression, scale, scale);
    }

    private static Ratings joined(Ratings others, byte[] expression, byte[] scale) {
        byte[][] expressions = new byte[others.slots() + 1][];
        byte[][] scales = new byte[others.slots() + 1][];
        for (int slot = 0; slot < others.slots(); slot++) {
            expressions[slot] = new byte[others.images()];
            scales[slot] = new byte[others.images()];
            for (int image = 0; image < others.images(); image++) {
                expressions[slot][image] = (byte) others.get(Dimension.EXPRESSION, image, slot);
                scales[slot][image] = (byte) others.get(Dimension.VALENCE, image, slot);
            }
        }
        expressions[others.slots()] = expression;
        scales[others.slots()] = scale;
        return Ratings.of(expressions, scales, scales);
    }

    private static byte[] nothing(int images) {
        byte[] nothing = new byte[images];
        Arrays.fill(nothing, Ratings.NONE);
        return nothing;
    }

    private static byte[] only(int images, int image, int category) {
        byte[] one = nothing(images);
        one[image] = (byte) category;
        return one;
    }
}
