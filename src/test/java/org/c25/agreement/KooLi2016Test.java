package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.c25.agreement.IntraRater.Rater;
import org.c25.agreement.IntraRater.Steps;
import org.c25.agreement.SelfAgreement.Expressions;
import org.c25.ratings.Repeat;
import org.junit.jupiter.api.Test;

/**
 * T. K. Koo and M. Y. Li, A Guideline of Selecting and Reporting Intraclass Correlation Coefficients for Reliability Research,
 * Journal of Chiropractic Medicine 15(2), 2016, which says what to report of somebody who measures twice. It has no table to
 * reproduce, so the figures are by hand.
 */
class KooLi2016Test {

    private static final double CLOSE = 1e-12;

    /** Expressions 0 0 1 1 2 against 0 1 1 1 2; steps 1 3 5 7 against 2 3 6 7, the fifth once without. */
    private static final List<Repeat> FIRST_PERSON = List.of(
            repeat(0, 10, 0, 1, 0, 2),
            repeat(0, 11, 0, 3, 1, 3),
            repeat(0, 12, 1, 5, 1, 6),
            repeat(0, 13, 1, 7, 1, 7),
            repeat(0, 14, 2, 8, 2, -1));

    @Test
    void expressions() {
        Expressions own = IntraRater.of(FIRST_PERSON).raters().get(0).figures().expression();

        assertThat(own.pairs()).isEqualTo(5);
        assertThat(own.same()).isEqualTo(4 / 5.0);
        // expected 2/5 · 1/5 + 2/5 · 3/5 + 1/5 · 1/5
        assertThat(own.kappa()).isEqualTo((.8 - .36) / (1 - .36), within(CLOSE));
    }

    @Test
    void steps() {
        Steps own = IntraRater.of(FIRST_PERSON).overall().valence();

        assertThat(own.pairs()).isEqualTo(4);
        assertThat(own.difference()).as("1 + 0 + 1 + 0 steps of 0.25").isEqualTo(.125);
        // Means 4 and 4.5, both variances by n: 5 and 4.25, covariance 4.5.
        assertThat(own.kappa()).isEqualTo(2 * 4.5 / (5 + 4.25 + .25), within(CLOSE));
        // Sums of the images 3 6 11 14: between images 36.5/3, between showings .5, left .5/3; within 1/4.
        double between = 36.5 / 3;
        double left = .5 / 3;
        assertThat(own.icc21().value())
                .isEqualTo((between - left) / (between + left + 2 * (.5 - left) / 4), within(CLOSE));
        assertThat(own.icc11().value()).isEqualTo((between - .25) / (between + .25), within(CLOSE));
        assertThat(own.icc21().hasInterval()).as("four pairs are too few").isFalse();
    }

    @Test
    void everyPersonAloneAndAllTogether() {
        List<Repeat> all = new ArrayList<>(List.of(repeat(7, 10, 3, 4, 5, 8), repeat(7, 2, 3, 4, 3, 4)));
        all.addAll(FIRST_PERSON);

        IntraRater both = IntraRater.of(all);

        assertThat(both.raters()).extracting(Rater::slot).containsExactly(0, 7);
        assertThat(both.raters().get(0))
                .isEqualTo(IntraRater.of(FIRST_PERSON).raters().get(0));
        assertThat(both.raters().get(1).figures().expression()).isEqualTo(new Expressions(2, 0, .5));
        assertThat(both.raters().get(1).figures().arousal().difference()).isEqualTo(.5);
        assertThat(both.overall().expression().pairs()).isEqualTo(7);
        assertThat(both.overall().expression().same()).isEqualTo(5 / 7.0);
        assertThat(both.overall().valence().difference()).isEqualTo(6 / 4.0 / 6);
    }

    @Test
    void whoIsAskedNothingTwiceHasNoFigures() {
        IntraRater nobody = IntraRater.of(List.of());
        Steps one = IntraRater.of(List.of(repeat(3, 0, -1, 4, 1, 4)))
                .raters()
                .get(0)
                .figures()
                .valence();

        assertThat(nobody.raters()).isEmpty();
        assertThat(nobody.overall().expression()).isEqualTo(new Expressions(0, Double.NaN, Double.NaN));
        assertThat(nobody.overall().arousal())
                .isEqualTo(new Steps(
                        new SelfAgreement.Steps(0, Double.NaN, Double.NaN), Estimate.UNDEFINED, Estimate.UNDEFINED));
        assertThat(one)
                .isEqualTo(
                        new Steps(new SelfAgreement.Steps(1, Double.NaN, 0), Estimate.UNDEFINED, Estimate.UNDEFINED));
    }

    @Test
    void whoAlwaysAnswersAsBeforeAgreesWhollyWithThemself() {
        List<Repeat> same = new ArrayList<>();
        for (int image = 0; image < 8; image++) {
            same.add(repeat(2, image, image, image, image, image));
        }
        IntraRater.Figures own = IntraRater.of(same).overall();

        assertThat(own.expression()).isEqualTo(new Expressions(8, 1, 1));
        assertThat(own.valence())
                .isEqualTo(new Steps(
                        new SelfAgreement.Steps(8, 1, 0),
                        own.valence().icc11(),
                        own.valence().icc21()));
        assertThat(own.valence().icc21().value()).isEqualTo(1, within(CLOSE));
        assertThat(own.valence().icc11().value()).isEqualTo(1, within(CLOSE));
    }

    /**
     * J. L. Fleiss and J. Cohen, The Equivalence of Weighted Kappa and the Intraclass Correlation Coefficient as Measures of
     * Reliability, Educational and Psychological Measurement 33(3), 1973, 613–619: with quadratic weights and many images
     * κ is ICC(2, 1).
     */
    @Test
    void quadraticKappaNearsTheIntraclassCorrelation() {
        qt().withExamples(20).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            List<Repeat> many = new ArrayList<>();
            for (int image = 0; image < 1000; image++) {
                int step = random.nextInt(7);
                many.add(repeat(0, image, 0, step, 0, step + random.nextInt(3)));
            }
            Steps own = IntraRater.of(many).overall().valence();

            assertThat(own.kappa()).isEqualTo(own.icc21().value(), within(1e-3));
            assertThat(own.icc11().value()).isLessThan(own.icc21().value());
            assertThat(own.icc21().low()).isLessThan(own.icc21().value());
            assertThat(own.icc21().high()).isBetween(own.icc21().value(), 1.0);
        });
    }

    /** Valence and arousal have the same steps. */
    private static Repeat repeat(int slot, int image, int expression, int step, int expressionAgain, int stepAgain) {
        return new Repeat(
                slot,
                image,
                new Repeat.Answer(expression, step, step),
                new Repeat.Answer(expressionAgain, stepAgain, stepAgain));
    }
}
