package org.c25.crowd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures how many intervals of 95 % hold the truth in made-up sets, and how large the errors are in standard errors,
 * and prints both:
 *
 * <pre>mvn test -Dtest=RaterModelsCoverageTest -Dc25.measure=true</pre>
 */
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures how many intervals hold the truth, which takes minutes")
class RaterModelsCoverageTest {

    private final Map<String, double[]> tallies = new TreeMap<>();

    private void tally(String what, double truth, double estimate, double error, double low, double high) {
        double[] tally = tallies.computeIfAbsent(what, any -> new double[4]);
        tally[0]++;
        tally[1] += low <= truth && truth <= high ? 1 : 0;
        tally[2] += error > 0 ? (estimate - truth) * (estimate - truth) / (error * error) : 0;
        tally[3] += (estimate - truth) * (estimate - truth);
    }

    private void print(String title) {
        System.out.println(title);
        tallies.forEach((what, tally) -> System.out.printf(
                Locale.ROOT,
                "  %-28s %5.1f %% of %.0f intervals, error %.3f, in standard errors %.2f%n",
                what,
                100 * tally[1] / tally[0],
                tally[0],
                Math.sqrt(tally[3] / tally[0]),
                Math.sqrt(tally[2] / tally[0])));
    }

    /**
     * The accuracies of raters who err evenly. MACE's competence is what is above guessing; the truth of an agreement with the
     * majority is that on very many images.
     */
    @ParameterizedTest
    @CsvSource({"100, 25", "400, 25", "400, 5", "800, 3"})
    void reliabilities(int images, int each) {
        MadeUpCrowd many = MadeUpCrowd.evenlyErring(100_000, each, 1);
        List<LabelEstimate.Rater> agreeing =
                LabelModel.VOTE_SHARES.of(many.answers, 1).raters();
        for (int set = 0; set < 20; set++) {
            MadeUpCrowd crowd = MadeUpCrowd.evenlyErring(images, each, 100 + set);
            for (LabelModel model : LabelModel.all()) {
                LabelEstimate estimate = model.of(crowd.answers, set);
                List<LeavingImagesOut.Interval> intervals =
                        LeavingImagesOut.intervals(model, estimate, crowd.answers, set);
                for (int rater = 0; rater < 25; rater++) {
                    double accuracy =
                            crowd.accuracy(estimate.raters().get(rater).slot());
                    LeavingImagesOut.Interval interval = intervals.get(rater);
                    tally(
                            model.key(),
                            switch (model) {
                                case VOTE_SHARES, WAWA -> agreeing.get(rater).reliability();
                                case MACE -> (accuracy - 1.0 / 8) / (7.0 / 8);
                                default -> accuracy;
                            },
                            estimate.raters().get(rater).reliability(),
                            interval.standardError(),
                            interval.low(),
                            interval.high());
                }
            }
        }
        print(images + " images, " + each + " answers each");
    }

    /** The ordinal model where it is true, and where it is not: normal noise, and locations in two heaps. */
    @ParameterizedTest
    @CsvSource({
        "100, 5, 0, AS_MODELLED",
        "400, 5, 0, AS_MODELLED",
        "400, 25, 0, AS_MODELLED",
        "800, 25, 0.85, AS_MODELLED",
        "400, 5, 0, NORMAL_NOISE",
        "400, 25, 0, NORMAL_NOISE",
        "400, 5, 0, TWO_HEAPS",
        "400, 25, 0, TWO_HEAPS"
    })
    void useOfTheScale(int images, int raters, double missing, MadeUpScale.World world) {
        double meanError = 0;
        int sets = 12;
        for (int set = 0; set < sets; set++) {
            MadeUpScale made = new MadeUpScale(images, raters, missing, 200 + set, world);
            OrdinalModel model = OrdinalModel.of(made.answers);
            for (OrdinalModel.Rater rater : model.raters()) {
                tally("bias", made.bias[rater.slot()], rater.bias());
                tally("scale", made.scale[rater.slot()], rater.scale());
                tally("noise", made.noise[rater.slot()], rater.noise());
            }
            for (int image = 0; image < images; image++) {
                OrdinalModel.Image one = model.images().get(image);
                if (!Double.isNaN(one.location())) {
                    double error = (one.greatest() - one.least()) / 3.92;
                    tally("location", made.location[image], one.location(), error, one.least(), one.greatest());
                }
            }
            meanError += made.errorOfMeans() / sets;
        }
        print(String.format(
                Locale.ROOT,
                "%d images, %d raters, %.0f %% missing, %s; the means err by %.3f",
                images,
                raters,
                100 * missing,
                world,
                meanError));
    }

    /** The share of images with the right label, by each model and by each strength of the prior; mean of two seeds. */
    @ParameterizedTest
    @CsvSource({"3, false", "5, false", "10, false", "25, false", "3, true", "5, true", "10, true", "25, true"})
    void rightLabels(int each, boolean bias) {
        Map<String, Double> right = new LinkedHashMap<>();
        for (int seed = 1; seed <= 2; seed++) {
            MadeUpCrowd crowd =
                    bias ? MadeUpCrowd.withSharedBias(800, each, seed) : MadeUpCrowd.evenlyErring(800, each, seed);
            for (LabelModel model : LabelModel.all()) {
                right.merge(model.key(), crowd.right(model.of(crowd.answers, 25).labels()) / 2, Double::sum);
            }
            for (int strength = 1; strength <= 128; strength *= 2) {
                SoftLabels labels =
                        SmoothedDawidSkene.of(crowd.answers, strength).labels();
                right.merge("strength " + strength, crowd.right(labels) / 2, Double::sum);
            }
        }
        System.out.println(each + " answers each" + (bias ? ", with a shared bias" : ""));
        right.forEach((what, share) -> System.out.printf(Locale.ROOT, "  %-22s %.3f%n", what, share));
    }

    private void tally(String what, double truth, OrdinalModel.Parameter one) {
        tally(what, truth, one.estimate(), one.standardError(), one.low(), one.high());
    }
}
