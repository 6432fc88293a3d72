package org.c25.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.agreement.Estimate;
import org.junit.jupiter.api.Test;

/** Models side by side: on common images, with intervals whose width is known, and paired differences. */
class SideBySideTest {

    private static final int IMAGES = 400;
    private static final RaterSeries REFERENCE = said(new Random(1), null, 0);

    /** A series that says what another one says on a share of the images, and its valence with some noise. */
    private static RaterSeries said(Random random, RaterSeries like, double share) {
        RaterSeries series = RaterSeries.silent(IMAGES);
        for (int image = 0; image < IMAGES; image++) {
            boolean same = like != null && random.nextDouble() < share;
            series.expression()[image] = same ? like.expression()[image] : random.nextInt(8);
            double value =
                    like == null ? random.nextGaussian() * .4 : like.valence()[image] + random.nextGaussian() * .3;
            series.valence()[image] = Math.max(-1, Math.min(1, value));
        }
        return series;
    }

    private static Estimate of(SideBySide.Line line, ComparisonMeasure measure) {
        return Objects.requireNonNull(line.estimates().get(measure));
    }

    private static Estimate of(SideBySide.Pair pair, ComparisonMeasure measure) {
        return Objects.requireNonNull(pair.differences().get(measure));
    }

    /** The bootstrap's standard error of a share is √(p(1 − p) / n), so its interval is nearly ±1.96 of these. */
    @Test
    void theIntervalOfAnAccuracyHasTheWidthOfABinomial() {
        RaterSeries model = said(new Random(2), REFERENCE, .6);

        SideBySide alone = SideBySide.of(REFERENCE, List.of(model), 25);
        Estimate accuracy = of(alone.models().get(0), ComparisonMeasure.ACCURACY);

        double width = 2 * 1.96 * Math.sqrt(accuracy.value() * (1 - accuracy.value()) / IMAGES);
        assertThat(alone.draws()).isEqualTo(ImageDraws.USUAL);
        assertThat(accuracy.high() - accuracy.low()).isEqualTo(width, within(.12 * width));
        assertThat(accuracy.value()).isStrictlyBetween(accuracy.low(), accuracy.high());
        assertThat(of(alone.models().get(0), ComparisonMeasure.AROUSAL_CCC).isDefined())
                .as("nobody says anything of arousal")
                .isFalse();
        assertThat(alone.pairs()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameFiguresAndAnotherOneOthers() {
        List<RaterSeries> models = List.of(said(new Random(2), REFERENCE, .6), said(new Random(3), REFERENCE, .5));

        assertThat(SideBySide.of(REFERENCE, models, 25)).isEqualTo(SideBySide.of(REFERENCE, models, 25));
        assertThat(SideBySide.of(REFERENCE, models, 25)).isNotEqualTo(SideBySide.of(REFERENCE, models, 26));
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        RaterSeries model = said(new Random(2), REFERENCE, .6);

        SideBySide.Pair pair =
                SideBySide.of(REFERENCE, List.of(model, model), 25).pairs().get(0);

        for (ComparisonMeasure measure : ComparisonMeasure.values()) {
            Estimate difference = of(pair, measure);
            if (difference.isDefined()) {
                assertThat(List.of(difference.value(), difference.low(), difference.high()))
                        .containsOnly(0.0);
            }
        }
        assertThat(pair.accuracy().p()).isEqualTo(1);
        assertThat(pair.accuracy().differ()).isZero();
        assertThat(pair.between().expression().accuracy()).isEqualTo(1);
    }

    /** Paired: that both err on the same images makes the difference surer than two intervals alone would. */
    @Test
    void aDifferenceIsOfTheSameDraws() {
        RaterSeries good = said(new Random(2), REFERENCE, .7);
        RaterSeries nearly = good.at(IMAGES, image -> image);
        for (int image = 0; image < 20; image++) {
            nearly.expression()[image] = (REFERENCE.expression()[image] + 1) % 8;
        }
        long right = IntStream.range(0, 20)
                .filter(image -> good.expression()[image] == REFERENCE.expression()[image])
                .count();

        SideBySide both = SideBySide.of(REFERENCE, List.of(good, nearly), 25);
        Estimate difference = of(both.pairs().get(0), ComparisonMeasure.ACCURACY);
        Estimate alone = of(both.models().get(0), ComparisonMeasure.ACCURACY);

        assertThat(difference.value()).isEqualTo((double) right / IMAGES, within(1e-12));
        assertThat(difference.low()).isPositive();
        assertThat(difference.high() - difference.low()).isLessThan((alone.high() - alone.low()) / 2);
        assertThat(both.pairs().get(0).accuracy().first()).isEqualTo((int) right);
        assertThat(both.pairs().get(0).accuracy().second()).isZero();
        assertThat(both.pairs().get(0).accuracy().p()).isEqualTo(Math.scalb(2.0, (int) -right));
        assertThat(both.pairs().get(0).adjusted())
                .as("there is one pair")
                .isEqualTo(both.pairs().get(0).accuracy().p());
    }

    @Test
    void allAreOnTheImagesOfWhichEverOneSpeaks() {
        RaterSeries whole = said(new Random(2), REFERENCE, .7);
        RaterSeries part = said(new Random(3), REFERENCE, .7);
        for (int image = 0; image < 300; image++) {
            part.expression()[image] = RaterSeries.NONE;
        }

        SideBySide three = SideBySide.of(REFERENCE, List.of(whole, part, whole), 25);

        assertThat(three.models())
                .extracting(line -> line.figures().expression().images())
                .containsOnly(100);
        assertThat(three.models())
                .extracting(line -> line.figures().valence().images())
                .containsOnly(IMAGES);
        assertThat(three.pairs())
                .extracting(pair -> pair.one() + " " + pair.other())
                .containsExactly("0 1", "0 2", "1 2");
        assertThat(three.pairs().get(0).adjusted())
                .isGreaterThanOrEqualTo(three.pairs().get(0).accuracy().p());
    }

    @Test
    void fewerThanTenImagesHaveNoIntervalAndNoneHaveNoFigure() {
        RaterSeries model = said(new Random(2), REFERENCE, .7);
        RaterSeries few = RaterSeries.silent(IMAGES);
        System.arraycopy(model.expression(), 0, few.expression(), 0, 9);

        Estimate accuracy =
                of(SideBySide.of(REFERENCE, List.of(few), 25).models().get(0), ComparisonMeasure.ACCURACY);
        SideBySide nothing = SideBySide.of(REFERENCE, List.of(RaterSeries.silent(IMAGES), model), 25);

        assertThat(accuracy.isDefined()).isTrue();
        assertThat(accuracy.hasInterval()).isFalse();
        assertThat(nothing.draws()).isZero();
        assertThat(of(nothing.models().get(1), ComparisonMeasure.ACCURACY).isDefined())
                .isFalse();
        assertThat(nothing.pairs().get(0).accuracy().p()).isNaN();
        assertThat(SideBySide.of(REFERENCE, List.of(), 25).models()).isEmpty();
    }
}
