package org.c25.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is needed is the least that is enough. */
class StudyPlanTest {

    @Test
    void oneRaterOrImageLessIsNotEnough() {
        Random random = new Random(25);
        for (int i = 0; i < 50; i++) {
            Components components = new Components(
                    0.02 + random.nextDouble() / 5,
                    random.nextDouble() / 20,
                    random.nextDouble() / 5,
                    0.01 + random.nextDouble() / 5);
            double wanted = 0.5 + random.nextDouble() * 0.45;
            StudyPlan plan = new StudyPlan(
                    new ScaleOutlook(components), new Workload(800, 0.1, 6, 12, true), wanted, Double.NaN, 0.08);

            int raters = plan.raters().orElseThrow();
            assertThat(components.absolute(raters, 1)).isGreaterThanOrEqualTo(wanted);
            assertThat(raters == 1 || components.absolute(raters - 1, 1) < wanted)
                    .isTrue();
            assertThat(plan.ratersTwice().orElseThrow()).isLessThanOrEqualTo(raters);
            assertThat(plan.row(raters).enough()).isTrue();
            double images = plan.images(30);
            if (Double.isFinite(images)) {
                assertThat(plan.outlook().margin((int) images, 30)).isLessThanOrEqualTo(0.08);
                assertThat(plan.outlook().margin((int) images - 1, 30)).isGreaterThan(0.08);
            }
        }
    }

    /** The levels of few raters leave ICC(2,1) uncertain, whatever the number of images. */
    @Test
    void noNumberOfImagesMakesUpForTooFewRaters() {
        StudyPlan plan = new StudyPlan(
                new ScaleOutlook(new Components(0.1, 0.1, 0.1, 0)),
                new Workload(800, 0, 6, Double.NaN, true),
                0.8,
                Double.NaN,
                0.02);

        assertThat(plan.images(3)).isInfinite();
        assertThat(plan.images(1)).isNaN();
        assertThat(plan.ratersTwice()).isEmpty();
        assertThat(plan.row(3).cost()).isNaN();
    }

    @Test
    void whatIsPaidForTheWholeDoesNotDependOnTheTime() {
        Workload whole = new Workload(100, 0.25, 36, 20, false);
        Workload hourly = new Workload(100, 0.25, 36, 20, true);

        assertThat(whole.trials()).isEqualTo(125);
        assertThat(whole.hours()).isEqualTo(1.25, within(1e-12));
        assertThat(whole.cost(4)).isEqualTo(80);
        assertThat(hourly.cost(4)).isEqualTo(100, within(1e-12));
        assertThat(hourly.twice().cost(4)).isEqualTo(160, within(1e-12));
    }

    /** The made-up raters agree as assumed; the published set's majority votes, with κ = 0.28 of two raters, had 0.36 … 0.63. */
    @Test
    void anAssumedKappaIsThatOfTwoRaters() {
        ExpressionOutlook outlook = ExpressionOutlook.assumed(0.28, 25);

        assertThat(outlook.reliability(1)).isEqualTo(0.28, within(0.03));
        assertThat(outlook.reliability(2)).isEqualTo(0.36, within(0.05));
        assertThat(outlook.reliability(6)).isEqualTo(0.52, within(0.05));
        assertThat(outlook.reliability(12)).isEqualTo(0.63, within(0.05));
        assertThat(outlook.margin(400, 10)).isEqualTo(2 * outlook.margin(1600, 10), within(1e-12));
        assertThat(ExpressionOutlook.assumed(1, 25).reliability(1)).isEqualTo(1);
    }
}
