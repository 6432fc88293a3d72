package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.c25.affect.Dimension;
import org.c25.agreement.RaterFigures.Expressions;
import org.c25.agreement.RaterFigures.Rater;
import org.c25.agreement.RaterFigures.Steps;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.Test;

/** Each participant's own figures, by hand and beside the figures of the whole set. */
class RaterFiguresTest {

    private static final double CLOSE = 1e-12;

    private static final byte[][] EXPRESSION = {
        {0, 1, 2, 3, -1}, {-1, -1, -1, -1, -1}, {0, 1, 3, 3, 7}, {0, 2, 3, 1, -1}
    };
    private static final byte[][] SCALE = {{0, 4, 8, 4, -1}, {-1, -1, -1, -1, -1}, {0, 3, 8, 5, 8}, {4, 4, 4, -1, -1}};

    private final RaterFigures figures = RaterFigures.of(Ratings.of(EXPRESSION, SCALE, SCALE));

    @Test
    void keepsTheSlotsAndLeavesOutWhoGaveNothing() {
        assertThat(figures.raters()).extracting(Rater::slot).containsExactly(0, 2, 3);
        assertThat(figures.agreement()).hasDimensions(4, 4);
        assertThat(figures.agreement()[1]).containsOnly(Double.NaN);
        assertThat(figures.agreement()[0]).containsExactly(Double.NaN, Double.NaN, 3 / 4.0, 1 / 4.0);
        assertThat(figures.agreement()[3]).containsExactly(1 / 4.0, Double.NaN, 2 / 4.0, Double.NaN);
    }

    @Test
    void countsExpressions() {
        Expressions first = figures.raters().get(0).expression();
        Expressions second = figures.raters().get(1).expression();

        assertThat(first.answers()).isEqualTo(4);
        assertThat(first.counts()).containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(first.agreement().mean()).isEqualTo((3 / 4.0 + 1 / 4.0) / 2);
        assertThat(first.withMajority())
                .as("all but the third, where 3 has two votes")
                .isEqualTo(3 / 4.0);
        assertThat(first.withMajorityOfOthers())
                .as("0 of 0 0, 1 of 1 2, not 3 of 3 3, not 1 of 3 1: the smallest on a tie")
                .isEqualTo(2 / 4.0);
        assertThat(second.withMajority()).isEqualTo(5 / 5.0);
        assertThat(second.withMajorityOfOthers())
                .as("nobody else answered the last: 0 of 0 0, 1 of 1 2, not 2 of 2 3, not 1 of 3 1")
                .isEqualTo(2 / 4.0);
    }

    @Test
    void measuresScales() {
        Steps first = figures.raters().get(0).valence();
        Steps third = figures.raters().get(2).valence();

        assertThat(first.answers()).isEqualTo(4);
        assertThat(first.mean()).isZero();
        assertThat(first.sd()).isEqualTo(Math.sqrt(2 / 3.0), within(CLOSE));
        assertThat(third.counts()).containsExactly(0, 0, 0, 0, 3, 0, 0, 0, 0);
        assertThat(third.sd()).isZero();
        assertThat(third.pearson().mean())
                .as("who always gives the same correlates with nobody")
                .isNaN();
        assertThat(third.ccc().mean()).isZero();
        assertThat(first.ccc().mean())
                .as("with two others, by the 4 and 3 images that they share")
                .isEqualTo(
                        (4 * Concordance.of(new double[] {0, 4, 8, 4}, new double[] {0, 3, 8, 5}) + 3 * 0) / 7,
                        within(CLOSE));
        assertThat(first.ccc().pairs()).isEqualTo(2);
    }

    /** Who answered in one dimension alone has no figures in the others. */
    @Test
    void whoAnsweredInOneDimensionAloneIsInTheList() {
        byte[][] nothing = {{-1, -1}, {-1, -1}};
        Rater rater = RaterFigures.of(Ratings.of(nothing, new byte[][] {{-1, -1}, {4, 8}}, nothing))
                .raters()
                .get(0);

        assertThat(rater.slot()).isEqualTo(1);
        assertThat(rater.valence().mean()).isEqualTo(.5);
        assertThat(rater.valence().ccc().mean()).isNaN();
        assertThat(rater.arousal().answers()).isZero();
        assertThat(rater.arousal().mean()).isNaN();
        assertThat(rater.expression().counts()).hasSize(8).containsOnly(0);
        assertThat(rater.expression().withMajority()).isNaN();
    }

    /** Where every pair has its coefficient, the people's means are the mean over the pairs, each weighed by the images it shares. */
    @Test
    void theMeanOfAllIsThatOfTheSet() {
        qt().withExamples(30).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            Ratings ratings = Ratings.of(
                    Samples.random(random, 6, 40, 8),
                    Samples.random(random, 6, 40, 9),
                    Samples.random(random, 6, 40, 9));
            AgreementStatistics all = AgreementStatistics.of(ratings);

            RaterFigures each = RaterFigures.of(ratings);

            assertThat(mean(each, r -> r.expression().cohenKappa(), each.sharedExpression()))
                    .isEqualTo(all.expression().cohenKappa().mean(), within(CLOSE));
            assertThat(mean(each, r -> r.valence().ccc(), each.sharedValence()))
                    .isEqualTo(all.valence().ccc().mean(), within(CLOSE));
            assertThat(mean(each, r -> r.arousal().pearson(), each.sharedArousal()))
                    .isEqualTo(all.arousal().pearson().mean(), within(CLOSE));
            assertThat(each.valenceCcc()[2][5]).isEqualTo(each.valenceCcc()[5][2]);
            int given = each.raters().stream()
                    .mapToInt(r -> r.expression().answers())
                    .sum();
            assertThat(given)
                    .isEqualTo(ImageVotes.of(ratings, Dimension.EXPRESSION).stream()
                            .mapToInt(ImageVotes::answers)
                            .sum());
        });
    }

    private static double mean(RaterFigures each, Function<Rater, Spread> figure, int[][] shared) {
        double sum = 0;
        double weight = 0;
        for (Rater rater : each.raters()) {
            int images = Arrays.stream(shared[rater.slot()]).sum();
            sum += images * figure.apply(rater).mean();
            weight += images;
        }
        return sum / weight;
    }
}
