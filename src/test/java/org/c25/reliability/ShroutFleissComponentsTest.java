package org.c25.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;
import org.c25.agreement.IntraclassCorrelation;
import org.c25.agreement.MeanSquares;
import org.c25.agreement.UndefinedReason;
import org.c25.ratings.Repeat;
import org.junit.jupiter.api.Test;

/**
 * P. E. Shrout and J. L. Fleiss, Intraclass Correlations: Uses in Assessing Rater Reliability, Psychological Bulletin 86(2),
 * 1979: the mean squares of Table 3 (six targets, four judges) and, since Φ is ICC(2,k) and Eρ² is ICC(3,k), the
 * correlations of Table 4. What follows from them was computed apart from this code, with numpy and scipy.
 */
class ShroutFleissComponentsTest {

    private static final byte[][] JUDGES = {
        {9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7},
    };
    private static final double UNIT = 16; // squared steps in the square of the scale's unit

    private final Answers answers = Answers.of(11, 6, JUDGES);
    private final VarianceComponents components = VarianceComponents.of(answers, List.of(), Dimension.VALENCE);

    @Test
    void table3() {
        MeanSquares squares = MeanSquares.of(answers.completeRows());

        assertThat(squares.betweenImages()).isEqualTo(11.24, within(.005));
        assertThat(squares.withinImages()).isEqualTo(6.26, within(.005));
        assertThat(squares.betweenRaters()).isEqualTo(32.49, within(.005));
        assertThat(squares.residual()).isEqualTo(1.02, within(.005));
    }

    @Test
    void components() {
        assertThat(components.image().value() * UNIT).isEqualTo(2.55556, within(5e-6));
        assertThat(components.rater().value() * UNIT).isEqualTo(5.24444, within(5e-6));
        assertThat(components.residual().value() * UNIT).isEqualTo(1.01944, within(5e-6));
        assertThat(components.isSplit()).isFalse();
        assertThat(components.share(components.image())
                        + components.share(components.rater())
                        + components.share(components.residual()))
                .isEqualTo(1, within(1e-12));
    }

    /** Six images are too few for an interval on a page. */
    @Test
    void intervals() {
        assertThat(components.image().hasInterval()).isFalse();
        interval(MeanSquareInterval.ofDifference(11.241666666666667, 5, 1.0194444444444444, 15, 4), .80795, 16.6345);
        interval(MeanSquareInterval.ofDifference(32.486111111111114, 3, 1.0194444444444444, 15, 6), 1.55877, 75.0857);
        interval(MeanSquareInterval.of(1.0194444444444444, 15), .55630, 2.44192);
    }

    private static void interval(Estimate ours, double low, double high) {
        assertThat(ours.low()).isEqualTo(low, within(5e-6));
        assertThat(ours.high()).isEqualTo(high, within(5e-5));
    }

    @Test
    void table4() {
        Components known = components.components();
        Offset<Double> printed = within(.005);

        assertThat(known.absolute(1, 1)).isEqualTo(.29, printed);
        assertThat(known.absolute(4, 1)).isEqualTo(.62, printed);
        assertThat(known.relative(1, 1)).isEqualTo(.71, printed);
        assertThat(known.relative(4, 1)).isEqualTo(.91, printed);
    }

    /** The mean squares that components lead one to expect lead back to their correlations. */
    /** Otherwise there would be intervals from 0 to 0, which look certain. */
    @Test
    void whereAllAnswersAreTheSameThereAreNoComponents() {
        VarianceComponents none =
                VarianceComponents.of(Answers.of(9, 20, new byte[4][20]), List.of(), Dimension.VALENCE);

        assertThat(none.isDefined()).isFalse();
        assertThat(none.basis().whyUndefined()).isEqualTo(UndefinedReason.NO_VARIATION);
    }

    @Test
    void expectedMeanSquaresHaveTheSameCorrelations() {
        Components known = components.components();
        IntraclassCorrelation expected =
                IntraclassCorrelation.of(MeanSquares.expected(6, 4, known.image(), known.rater(), known.residual()));
        IntraclassCorrelation seen = IntraclassCorrelation.of(answers);

        assertThat(expected.icc21().value()).isEqualTo(seen.icc21().value(), within(1e-12));
        assertThat(expected.icc1k().low()).isEqualTo(seen.icc1k().low(), within(1e-9));
    }

    /** 9.804 and 22.060 judges, by Spearman and Brown from ICC(2,1). */
    @Test
    void judgesNeeded() {
        Estimate one = IntraclassCorrelation.of(answers).icc21();

        assertThat(SpearmanBrown.factor(one.value(), .8)).isEqualTo(9.804, within(.0005));
        assertThat(RatersNeeded.of(.8, one).raters()).isEqualTo(10);
        assertThat(RatersNeeded.of(.9, one).raters()).isEqualTo(23);
        assertThat(RatersNeeded.of(.8, one).range()).isEqualTo("2 to 209");
        assertThat(RatersNeeded.of(.8, new Estimate(.5, Double.NaN, -.1, .9)).range())
                .isEqualTo("1 or more");
        assertThat(RatersNeeded.of(.8, Estimate.of(-.1)).value()).isEqualTo("no number");
    }

    /** Ten repeats, each a step apart: half of the mean square is 0.5 squared steps. */
    @Test
    void repeatsTellImageByRaterFromError() {
        List<Repeat> apart = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> new Repeat(i % 4, i % 6, new Repeat.Answer(0, 4, -1), new Repeat.Answer(0, 5, -1)))
                .toList();

        VarianceComponents split = VarianceComponents.of(answers, apart, Dimension.VALENCE);

        assertThat(split.repeats()).isEqualTo(10);
        assertThat(split.error().value() * UNIT).isEqualTo(.5, within(1e-12));
        assertThat(split.imageByRater().value() * UNIT).isEqualTo(.51944, within(5e-6));
        assertThat(split.components().residual() * UNIT).isEqualTo(1.01944, within(5e-6));
        assertThat(split.components().absolute(4, 2))
                .isGreaterThan(split.components().absolute(4, 1));
        assertThat(VarianceComponents.of(answers, apart, Dimension.AROUSAL).isSplit())
                .isFalse();
    }
}
