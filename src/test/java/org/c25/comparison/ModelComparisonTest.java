package org.c25.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.c25.ratings.Ratings;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SomeResults;
import org.junit.jupiter.api.Test;

/** A model held against participants: small tables by hand, and what holds of any answers. */
class ModelComparisonTest {

    private static final double TINY = 1e-12;

    /** By slot, then image; the same table for expressions (0 … 7) and for both scales (0 … 8). */
    private static Results results(byte[][] expression, byte[][] scale, Selection selection) {
        return SomeResults.of(Ratings.of(expression, scale, scale), selection);
    }

    /** Holds a model against some results; what it says is given by position in the set. */
    private static ModelComparison compare(Results results, RaterSeries model) {
        return ModelComparison.of(results.ratings(), model.at(results.ratings().images(), results::position));
    }

    private static RaterSeries model(int[] expression, double... scale) {
        return new RaterSeries(expression, scale, scale.clone());
    }

    /**
     * Three people, four images. Majorities 0 1 2 0 (a tie of 0 and 3 on the last); the model says 0 1 1 and nothing of
     * the last. Means of valence: steps 4 4 7 → 0.25, 8 8 8 → 1, 0 4 8 → 0, and of the last 2 → −0.5.
     */
    private static Results threePeople(Selection selection) {
        byte[][] expression = {{0, 1, 2, 0}, {0, 1, 2, 3}, {5, 2, 1, -1}};
        byte[][] scale = {{4, 8, 0, 2}, {4, 8, 4, -1}, {7, 8, 8, -1}};
        return results(expression, scale, selection);
    }

    private static final RaterSeries MODEL = model(new int[] {0, 1, 1, RaterSeries.NONE}, 0.25, 0.5, -0.25, Double.NaN);

    @Test
    void byHandAgainstAllTogether() {
        ModelComparison comparison = compare(threePeople(Selection.ALL), MODEL);
        ExpressionFigures faces = comparison.together().expression();
        ScaleFigures valence = comparison.together().valence();

        assertThat(comparison.images()).isEqualTo(4);
        assertThat(comparison.predicted()).isEqualTo(3);
        assertThat(faces.images()).isEqualTo(3);
        assertThat(faces.accuracy()).isEqualTo(2 / 3.0, within(TINY));
        // Chance: 1/3 · 1/3 for 0, 1/3 · 2/3 for 1, 1/3 · 0 for 2.
        assertThat(faces.kappa()).isEqualTo((2 / 3.0 - 3 / 9.0) / (1 - 3 / 9.0), within(TINY));
        // F1: 0 is right (1), 1 is found and said once too often (2/3), 2 is missed (0); nothing else occurs.
        assertThat(faces.macroF1()).isEqualTo((1 + 2 / 3.0) / 3, within(TINY));
        assertThat(faces.confusion().get(2).get(1)).isEqualTo(1);
        assertThat(faces.classes().get(1).precision()).isEqualTo(.5);
        assertThat(faces.classes().get(1).recall()).isEqualTo(1);
        assertThat(faces.classes().get(2).precision()).isNaN();
        assertThat(faces.classes().get(7).f1()).isNaN();

        // Differences 0, −0.5, −0.25. x = .25 1 0, y = .25 .5 −.25, means 5/12 and 1/6.
        assertThat(valence.images()).isEqualTo(3);
        assertThat(valence.bias()).isEqualTo(-.25, within(TINY));
        assertThat(valence.mae()).isEqualTo(.25, within(TINY));
        assertThat(valence.rmse()).isEqualTo(Math.sqrt(.3125 / 3), within(TINY));
        assertThat(valence.sagr()).as("0 and −0.25 differ in sign").isEqualTo(2 / 3.0, within(TINY));
        double xx = .0625 + 1 - 3 * 25 / 144.0;
        double yy = .0625 + .25 + .0625 - 3 / 36.0;
        double xy = .0625 + .5 - 3 * 5 / 72.0;
        assertThat(valence.pearson()).isEqualTo(xy / Math.sqrt(xx * yy), within(TINY));
        assertThat(valence.ccc()).isEqualTo(2 * xy / (xx + yy + 3 * .0625), within(TINY));

        // Steps with the most votes: 0 (4, twice), 1, and of three different ones the lowest, −1.
        assertThat(comparison.majority().valence().bias()).isEqualTo((.25 - .5 + .75) / 3, within(TINY));
    }

    @Test
    void byHandAgainstEachAndTheOthers() {
        ModelComparison comparison = compare(threePeople(Selection.ALL), MODEL);
        ParticipantComparison third = comparison.people().get(2);

        assertThat(third.model().expression().accuracy()).isEqualTo(1 / 3.0, within(TINY));
        assertThat(third.model().valence().bias()).isEqualTo((.25 - .75 - .5 - 1.25) / 3, within(TINY));
        // The other two say 0 1 2: the third is never with them, the model twice of three times.
        assertThat(third.others().expression().accuracy()).isZero();
        assertThat(third.modelAndOthers().expression().accuracy()).isEqualTo(2 / 3.0, within(TINY));
        // Against the second and the third, 0 1 1 (ties go to the smaller code), the first is right twice of three.
        ParticipantComparison first = comparison.people().get(0);
        assertThat(first.others().expression().images())
                .as("not the image that the model leaves out")
                .isEqualTo(3);
        assertThat(first.others().expression().accuracy()).isEqualTo(2 / 3.0, within(TINY));
        assertThat(first.modelAndOthers().expression().accuracy()).isEqualTo(1);
        // Means of the others 0 1 −0.5: apart by .75 0 1.5.
        assertThat(third.others().valence().rmse()).isEqualTo(Math.sqrt((.5625 + 2.25) / 3), within(TINY));
        assertThat(comparison.better(ComparisonMeasure.ACCURACY)).isEqualTo(3);
        assertThat(comparison.comparable(ComparisonMeasure.ACCURACY)).isEqualTo(3);
        assertThat(comparison.range(ComparisonMeasure.ACCURACY).median()).isEqualTo(2 / 3.0, within(TINY));
        assertThat(comparison.range(ComparisonMeasure.ACCURACY).least()).isZero();
    }

    /** Of one image somebody is wholly with the others, or not at all. */
    @Test
    void whoRatedTooFewImagesIsNeitherTheWorstNorTheBest() {
        byte[][] expression = {{0, 1, 2, 0}, {0, 1, 2, 3}, {-1, 7, -1, -1}};
        byte[][] scale = {{4, 8, 0, 2}, {4, 8, 4, 2}, {-1, 0, -1, -1}};

        ModelComparison comparison = compare(results(expression, scale, Selection.ALL), MODEL);

        assertThat(comparison.people()).hasSize(3);
        assertThat(comparison.people().get(2).others().expression().accuracy()).isZero();
        assertThat(comparison.comparable(ComparisonMeasure.ACCURACY)).isEqualTo(2);
        assertThat(comparison.range(ComparisonMeasure.ACCURACY).people()).isEqualTo(2);
        assertThat(comparison.range(ComparisonMeasure.ACCURACY).least()).isPositive();
        assertThat(comparison.range(ComparisonMeasure.VALENCE_RMSE).people()).isEqualTo(2);
    }

    @Test
    void anImageClassIsLookedAtByItsPlaceInTheSet() {
        Selection twos = Selection.of(List.of(), false, "majority-surprise");

        ModelComparison comparison = compare(threePeople(twos), MODEL);

        assertThat(comparison.images()).isEqualTo(1);
        assertThat(comparison.together().expression().accuracy()).isZero();
        assertThat(comparison.together().valence().bias()).isEqualTo(-.25, within(TINY));
        assertThat(comparison.together().valence().ccc()).isNaN();
    }

    @Test
    void withoutAnswersOrPredictionsNothingIsDefined() {
        byte[][] nobody = {{-1, -1}, {-1, -1}};
        ModelComparison unanswered = compare(results(nobody, nobody, Selection.ALL), model(new int[] {0, 1}, 0, 1));
        ModelComparison unpredicted = compare(threePeople(Selection.ALL), RaterSeries.silent(4));

        assertThat(unanswered.people()).isEmpty();
        for (ModelComparison one : List.of(unanswered, unpredicted)) {
            for (ComparisonMeasure measure : ComparisonMeasure.values()) {
                assertThat(measure.of(one.together())).isNaN();
                assertThat(one.range(measure).median()).isNaN();
                assertThat(one.comparable(measure)).isZero();
            }
        }
    }

    @Test
    void aModelThatSaysWhatTheMajoritySaysIsRightEverywhere() {
        qt().withExamples(100).forAll(longs().all()).checkAssert(seed -> {
            Results results = random(seed);
            ParticipantReference reference = ParticipantReference.of(results.ratings());

            ModelComparison comparison = compare(results, reference.everybody());

            ExpressionFigures faces = comparison.together().expression();
            assertThat(faces.accuracy()).isEqualTo(1);
            assertThat(faces.macroF1()).isEqualTo(1);
            assertThat(faces.kappa())
                    .satisfiesAnyOf(
                            kappa -> assertThat(kappa).isEqualTo(1),
                            kappa -> assertThat(kappa).isNaN());
            assertThat(comparison.together().arousal().rmse()).isZero();
            assertThat(comparison.together().arousal().sagr()).isEqualTo(1);
            assertThat(compare(results, reference.majority())
                            .majority()
                            .valence()
                            .mae())
                    .isZero();
        });
    }

    @Test
    void aModelThatIsOneOfThemIsThatOne() {
        qt().withExamples(100).forAll(longs().all(), integers().between(0, 3)).checkAssert((seed, slot) -> {
            Results results = random(seed);
            ParticipantReference reference = ParticipantReference.of(results.ratings());

            ModelComparison comparison = compare(results, reference.of(slot));

            ParticipantComparison same = comparison.people().get(slot);
            assertThat(same.model().expression().accuracy()).isEqualTo(1);
            assertThat(same.model().valence().rmse()).isZero();
            assertThat(same.others()).isEqualTo(same.modelAndOthers());
            for (ComparisonMeasure measure : ComparisonMeasure.values()) {
                assertThat(same.isModelBetter(measure)).isFalse();
            }
        });
    }

    @Test
    void theOrderOfImagesChangesNothing() {
        qt().withExamples(50).forAll(longs().all()).checkAssert(seed -> {
            byte[][] expression = answers(new Random(seed), 8);
            byte[][] scale = answers(new Random(seed + 1), 9);
            RaterSeries model = ParticipantReference.of(
                            results(answers(new Random(seed + 2), 8), answers(new Random(seed + 3), 9), Selection.ALL)
                                    .ratings())
                    .of(0);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, model.images()).boxed().toList());
            Collections.shuffle(order, new Random(seed));

            ModelComparison before = compare(results(expression, scale, Selection.ALL), model);
            ModelComparison after = compare(
                    results(moved(expression, order), moved(scale, order), Selection.ALL),
                    model.at(model.images(), order::get));

            for (ComparisonMeasure measure : ComparisonMeasure.values()) {
                same(measure.of(after.together()), measure.of(before.together()));
                same(after.range(measure).median(), before.range(measure).median());
                for (int slot = 0; slot < 4; slot++) {
                    same(
                            measure.of(after.people().get(slot).model()),
                            measure.of(before.people().get(slot).model()));
                }
            }
            assertThat(after.together().expression())
                    .isEqualTo(before.together().expression());
        });
    }

    @Test
    void whoIsLeftOutDoesNotMatter() {
        qt().withExamples(50).forAll(longs().all()).checkAssert(seed -> {
            byte[][] expression = answers(new Random(seed), 8);
            byte[][] scale = answers(new Random(seed + 1), 9);
            RaterSeries model =
                    ParticipantReference.of(random(seed + 7).ratings()).of(1);
            Selection without = Selection.of(Set.of(2), false, null);
            ModelComparison before = compare(results(expression, scale, without), model);
            Arrays.fill(expression[2], (byte) 3);
            Arrays.fill(scale[2], (byte) 0);

            ModelComparison after = compare(results(expression, scale, without), model);

            assertThat(after).isEqualTo(before);
            assertThat(after.people()).extracting(ParticipantComparison::slot).containsExactly(0, 1, 3);
        });
    }

    private static void same(double one, double other) {
        if (Double.isNaN(other)) {
            assertThat(one).isNaN();
        } else {
            assertThat(one).isEqualTo(other, within(1e-9));
        }
    }

    /** Four people, twelve images, every fifth answer lacking. */
    private static Results random(long seed) {
        return results(answers(new Random(seed), 8), answers(new Random(seed + 1), 9), Selection.ALL);
    }

    private static byte[][] answers(Random random, int categories) {
        byte[][] answers = new byte[4][12];
        for (byte[] slot : answers) {
            for (int image = 0; image < slot.length; image++) {
                slot[image] = (byte) (image > 0 && random.nextInt(5) == 0 ? -1 : random.nextInt(categories));
            }
        }
        return answers;
    }

    private static byte[][] moved(byte[][] slots, List<Integer> order) {
        byte[][] moved = new byte[slots.length][order.size()];
        for (int slot = 0; slot < slots.length; slot++) {
            for (int image = 0; image < order.size(); image++) {
                moved[slot][image] = slots[slot][order.get(image)];
            }
        }
        return moved;
    }
}
