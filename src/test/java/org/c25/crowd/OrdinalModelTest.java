package org.c25.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ordinal model finds who uses the scale how, and where the images are. */
class OrdinalModelTest {

    private static final int STEPS = 9;

    @Test
    void itFindsBiasScaleAndNoise() {
        MadeUpScale made = new MadeUpScale(250, 10, 0, 1);

        OrdinalModel model = OrdinalModel.of(made.answers);

        assertThat(model.convergence().converged()).isTrue();
        assertThat(errors(model, made.bias, 0)).isBetween(0.5, 1.6);
        assertThat(errors(model, made.scale, 1)).isBetween(0.5, 1.6);
        assertThat(errors(model, made.noise, 2)).isBetween(0.5, 1.6);
    }

    /** Returns the root mean square of the errors in standard errors: about 1 if these are right. */
    private static double errors(OrdinalModel model, double[] truth, int which) {
        return Math.sqrt(IntStream.range(0, truth.length)
                .mapToDouble(rater -> {
                    OrdinalModel.Rater one = model.raters().get(rater);
                    OrdinalModel.Parameter found =
                            List.of(one.bias(), one.scale(), one.noise()).get(which);
                    return Math.pow((found.estimate() - truth[rater]) / found.standardError(), 2);
                })
                .average()
                .orElseThrow());
    }

    @Test
    void itsLocationsAreNearerThanMeansAndLieInTheirIntervals() {
        MadeUpScale made = new MadeUpScale(300, 8, 0.3, 2);

        OrdinalModel model = OrdinalModel.of(made.answers);

        double[] sums = new double[300];
        int[] counts = new int[300];
        for (int answer = 0; answer < made.answers.size(); answer++) {
            sums[made.answers.image(answer)] += CumulativeLogit.value(made.answers.category(answer), STEPS);
            counts[made.answers.image(answer)]++;
        }
        double error = 0;
        double errorOfMean = 0;
        int held = 0;
        for (int image = 0; image < 300; image++) {
            OrdinalModel.Image one = model.images().get(image);
            error += Math.pow(one.location() - made.location[image], 2);
            errorOfMean += Math.pow(sums[image] / counts[image] - made.location[image], 2);
            held += one.least() <= made.location[image] && made.location[image] <= one.greatest() ? 1 : 0;
        }
        assertThat(error).isLessThan(0.85 * errorOfMean);
        assertThat(held / 300.0).isBetween(0.92, 0.98);
    }

    @Test
    void theAverageRaterHasBiasZeroAndScaleOne() {
        OrdinalModel model = OrdinalModel.of(new MadeUpScale(60, 5, 0.2, 3).answers);

        assertThat(model.raters().stream()
                        .mapToDouble(rater -> rater.bias().estimate())
                        .sum())
                .isCloseTo(0, within(1e-9));
        assertThat(model.raters().stream()
                        .mapToDouble(rater -> rater.scale().estimate())
                        .sum())
                .isCloseTo(5, within(1e-9));
    }

    @Test
    void theScaleUpsideDownTurnsBiasAndLocationRound() {
        CrowdAnswers answers = new MadeUpScale(60, 5, 0.2, 4).answers;
        int[][] turned = new int[60][5];
        Arrays.stream(turned).forEach(row -> Arrays.fill(row, -1));
        for (int answer = 0; answer < answers.size(); answer++) {
            turned[answers.image(answer)][answers.rater(answer)] = STEPS - 1 - answers.category(answer);
        }

        OrdinalModel before = OrdinalModel.of(answers);
        OrdinalModel after = OrdinalModel.of(CrowdAnswers.of(turned, STEPS));

        for (int rater = 0; rater < 5; rater++) {
            OrdinalModel.Rater one = before.raters().get(rater);
            OrdinalModel.Rater other = after.raters().get(rater);
            assertThat(other.bias().estimate()).isCloseTo(-one.bias().estimate(), within(1e-3));
            assertThat(other.scale().estimate()).isCloseTo(one.scale().estimate(), within(1e-3));
            assertThat(other.noise().estimate()).isCloseTo(one.noise().estimate(), within(1e-3));
        }
        for (int image = 0; image < 60; image++) {
            assertThat(after.images().get(image).location())
                    .isCloseTo(-before.images().get(image).location(), within(1e-3));
        }
    }

    @Test
    void whoAlwaysGivesOneStepHasAScaleOfAboutNothing() {
        OrdinalModel model = OrdinalModel.of(with(rater -> 4));

        OrdinalModel.Rater constant = model.raters().get(6);
        assertThat(constant.scale().estimate()).isCloseTo(0, within(0.1));
        assertThat(constant.noise().estimate()).isPositive().isLessThan(0.2);
        assertThat(model.convergence().converged()).isTrue();
    }

    @Test
    void whoAlwaysGivesTheHighestStepStaysFinite() {
        OrdinalModel.Rater highest = OrdinalModel.of(with(rater -> 8)).raters().get(6);

        assertThat(highest.bias().estimate()).isPositive().isFinite();
        assertThat(highest.noise().estimate()).isPositive().isFinite();
    }

    @Test
    void whoTakesTheScaleTheOtherWayRoundHasANegativeScale() {
        assertThat(OrdinalModel.of(with(step -> 8 - step))
                        .raters()
                        .get(6)
                        .scale()
                        .estimate())
                .isLessThan(-0.5);
    }

    /** Six raters, and a seventh who gives what is made of the first one's answer. */
    private static CrowdAnswers with(IntUnaryOperator seventh) {
        CrowdAnswers six = new MadeUpScale(150, 6, 0, 5).answers;
        int[][] seven = new int[150][7];
        for (int answer = 0; answer < six.size(); answer++) {
            seven[six.image(answer)][six.rater(answer)] = six.category(answer);
        }
        Arrays.stream(seven).forEach(row -> row[6] = seventh.applyAsInt(row[0]));
        return CrowdAnswers.of(seven, STEPS);
    }

    @Test
    void littleOrNothingIsNoTrouble() {
        OrdinalModel nothing = OrdinalModel.of(CrowdAnswers.of(new int[][] {{-1}, {-1}}, STEPS));
        OrdinalModel one = OrdinalModel.of(CrowdAnswers.of(new int[][] {{6}, {-1}}, STEPS));
        OrdinalModel same = OrdinalModel.of(CrowdAnswers.of(new int[][] {{4, 4}, {4, 4}, {4, 4}}, STEPS));

        assertThat(nothing.raters()).isEmpty();
        for (OrdinalModel model : List.of(nothing, one, same)) {
            assertThat(model.why()).isNotEmpty();
            assertThat(model.images())
                    .allSatisfy(image -> assertThat(image.location()).isNaN());
        }
        assertThat(one.why()).contains("Fewer than two raters");
    }

    /** Half of them take the scale the other way round: the mean scale is some remainder, by which nothing may be divided. */
    @Test
    void ofRatersWhoTakeTheScaleEitherWayNothingIsSaid() {
        CrowdAnswers six = new MadeUpScale(150, 6, 0, 5).answers;

        OrdinalModel half = OrdinalModel.of(turned(six, 3));
        OrdinalModel some = OrdinalModel.of(turned(six, 1));

        assertThat(half.why()).contains("no use of the scale in common");
        assertThat(half.raters()).hasSize(6).allSatisfy(rater -> {
            assertThat(rater.answers()).isEqualTo(150);
            assertThat(rater.bias().estimate()).isNaN();
            assertThat(rater.scale().low()).isNaN();
        });
        assertThat(half.images())
                .allSatisfy(image -> assertThat(image.location()).isNaN());
        assertThat(half.turnedRound()).isEmpty();
        assertThat(some.why()).isEmpty();
        assertThat(some.turnedRound()).containsExactly(0);
    }

    @Test
    void ofRatersWhoAnswerAtRandomNothingIsSaid() {
        Random random = new Random(1);
        int[][] steps = new int[100][6];
        Arrays.stream(steps).forEach(row -> Arrays.setAll(row, rater -> random.nextInt(STEPS)));

        assertThat(OrdinalModel.of(CrowdAnswers.of(steps, STEPS)).why()).contains("no use of the scale in common");
    }

    /** Returns the answers with those of the first raters turned round. */
    private static CrowdAnswers turned(CrowdAnswers answers, int raters) {
        int[][] steps = new int[answers.images()][answers.raters()];
        for (int answer = 0; answer < answers.size(); answer++) {
            int step = answers.category(answer);
            steps[answers.image(answer)][answers.rater(answer)] =
                    answers.rater(answer) < raters ? STEPS - 1 - step : step;
        }
        return CrowdAnswers.of(steps, STEPS);
    }

    @Test
    void derivativesAreThoseOfTheLogarithm() {
        Random random = new Random(3);
        double small = 1e-5;
        for (int time = 0; time < 30; time++) {
            CumulativeLogit rater =
                    new CumulativeLogit(1 + 8 * random.nextDouble(), random.nextGaussian(), 2 * random.nextGaussian());
            double[][] counts = new double[STEPS][Places.COUNT];
            int step = random.nextInt(STEPS);
            int place = random.nextInt(Places.COUNT);
            counts[step][place] = 1;
            CumulativeLogit.Fit fit = fit(rater, counts);
            double[] score = rater.score(step, STEPS, Places.at(place));

            assertThat(fit.value).isCloseTo(rater.logs(Places.at(place), STEPS)[step], within(1e-9));
            for (int i = 0; i < 3; i++) {
                double[] way = new double[3];
                way[i] = 1;
                CumulativeLogit.Fit up = fit(rater.moved(way, small), counts);
                CumulativeLogit.Fit down = fit(rater.moved(way, -small), counts);
                double slope = (up.value - down.value) / (2 * small);
                assertThat(fit.slope[i]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
                assertThat(score[i]).isCloseTo(fit.slope[i], within(1e-9 * (1 + Math.abs(slope))));
                for (int j = 0; j < 3; j++) {
                    double curvature = -(up.slope[j] - down.slope[j]) / (2 * small);
                    assertThat(fit.curvature[i][j]).isCloseTo(curvature, within(1e-6 * (1 + Math.abs(curvature))));
                }
            }
        }
    }

    private static CumulativeLogit.Fit fit(CumulativeLogit rater, double[][] counts) {
        CumulativeLogit.Fit fit = new CumulativeLogit.Fit();
        rater.addTo(fit, counts);
        return fit;
    }
}
