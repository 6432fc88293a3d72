package org.c25.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;
import org.c25.agreement.Samples;
import org.junit.jupiter.api.Test;

/**
 * Intervals by leaving out images and raters in turn, of {@code cac.raw4raters} of irrCAC and of {@code anxiety} of irr. The expected figures
 * were computed apart from this code, with numpy and scipy: every coefficient anew from each part of the table.
 */
class JackknifeTest {

    private final Answers fourRaters = Samples.raters(
            9,
            "0 1 2 2 1 0 3 0 1 . . .",
            "0 1 2 2 1 1 3 0 1 4 . .",
            ". 2 2 2 1 2 3 1 1 4 0 2",
            "0 1 2 2 1 3 3 0 1 4 0 .");

    private final Answers anxiety = Samples.raters(
            9,
            "3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3",
            "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
            "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2");

    @Test
    void alphaOfMissingRatings() {
        ThreeIntervals alpha = of(fourRaters, "krippendorffAlphaNominal");

        exact(alpha.overImages(), 0.743421052631579, 0.14694221562084, 0.420003416659124);
        exact(alpha.overRaters(), 0.743421052631579, 0.129865836248801, 0.330130001879002);
        exact(alpha.overBoth(), 0.743421052631579, 0.196104946791665, 0.310719818972386);
        assertThat(alpha.overBoth().high())
                .as("it ends where the coefficient does")
                .isEqualTo(1);
    }

    @Test
    void kappaOverImagesIsByItsFormulaAndOverRatersByTheJackknife() {
        ThreeIntervals kappa = new Jackknife(Dimension.EXPRESSION, fourRaters, ImageGroups.of(12, 4, 25))
                .of(Measures.main(Dimension.EXPRESSION, 4)).stream()
                        .filter(one -> one.key().equals("fleissKappa"))
                        .findFirst()
                        .orElseThrow()
                        .intervals();

        assertThat(kappa.overImages().standardError()).isEqualTo(0.15301920346949238, within(1e-12));
        exact(kappa.overRaters(), 0.7611692754224112, 0.120140352677979, 0.378829053926896);
        assertThat(kappa.overBoth().standardError())
                .isEqualTo(Math.hypot(0.15301920346949238, 0.120140352677979), within(1e-12));
    }

    @Test
    void meansOverPairs() {
        ThreeIntervals linear = of(anxiety, "meanKappaLinear");
        ThreeIntervals quadratic = of(anxiety, "meanKappaQuadratic");
        ThreeIntervals ccc = of(anxiety, "meanCcc");

        exact(linear.overImages(), 0.08811724345704926, 0.076222543699954, -0.071418373995143);
        exact(linear.overRaters(), 0.08811724345704926, 0.143839457267315, -0.530773989999845);
        exact(linear.overBoth(), 0.08811724345704926, 0.162787178963969, -0.407806970483175);
        exact(quadratic.overBoth(), 0.1986899419351028, 0.186167466161479, -0.245720744660814);
        exact(ccc.overBoth(), 0.1986899419351028, 0.186167466161479, -0.245720744660814);
    }

    @Test
    void whatDependsOnTheNumberOfRatersStaysThatOfAsMany() {
        ThreeIntervals icc = of(anxiety, "icc2k");
        ThreeIntervals w = of(anxiety, "kendallW");

        // By leaving images out, and not by F, which counts other raters in: the variances of the two add up.
        assertThat(Math.hypot(icc.overImages().standardError(), icc.overRaters().standardError()))
                .isEqualTo(icc.overBoth().standardError(), within(1e-12));
        exact(icc.overRaters(), 0.425498753117207, 0.23033292533601, -0.565543836830956);
        exact(icc.overBoth(), 0.425498753117207, 0.302449144408965, -0.326352351843242);
        exact(
                w.overRaters(),
                0.5396568759543698,
                0.1011119243982249,
                w.overRaters().low());
        exact(w.overBoth(), 0.5396568759543698, 0.14861273898187458, 0.19822833);
    }

    @Test
    void twoRatersHaveNoIntervalOverRaters() {
        DetailedCoefficient kappa = new Jackknife(
                        Dimension.EXPRESSION,
                        Samples.raters(8, "0 1 2 3 4 5 6 7 0 1 2 3", "0 1 2 3 4 5 6 7 0 1 3 2"),
                        ImageGroups.of(12, 4, 25))
                .of(Measures.main(Dimension.EXPRESSION, 2))
                .get(1);

        assertThat(kappa.intervals().overImages().hasInterval()).isTrue();
        assertThat(kappa.intervals().overRaters().hasInterval()).isFalse();
        assertThat(kappa.intervals().overBoth().hasInterval()).isFalse();
        assertThat(kappa.warning().orElseThrow()).startsWith("an interval over raters takes three participants");
    }

    @Test
    void largeSetsLeaveOutGroupsOfImagesInAnyOrder() {
        ImageGroups groups = ImageGroups.of(2000, 25, 25);

        int[] sizes = new int[groups.count()];
        for (int group : groups.of()) {
            sizes[group]++;
        }
        assertThat(sizes).hasSize(ImageGroups.GROUPS).containsOnly(10);
        assertThat(groups.of()).isNotEqualTo(ImageGroups.of(2000, 25, 26).of());
        assertThat(ImageGroups.of(1000, 25, 25).count()).isEqualTo(1000);
        assertThat(ImageGroups.of(2000, 25, 25).of()).isEqualTo(groups.of());
        assertThat(groups.only(new int[] {0, 1, 2}).count()).isBetween(1, 3);
    }

    private static ThreeIntervals of(Answers answers, String key) {
        ImageGroups groups = ImageGroups.of(answers.images(), answers.raters(), 25);
        Jackknife jackknife = new Jackknife(Dimension.VALENCE, answers, groups);
        return List.of(
                        jackknife.of(Measures.main(Dimension.VALENCE, answers.raters())),
                        jackknife.of(Measures.further(Dimension.VALENCE, answers.raters())),
                        PairMeasures.main(Dimension.VALENCE, answers, groups),
                        PairMeasures.further(Dimension.VALENCE, answers, groups))
                .stream()
                .flatMap(List::stream)
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow()
                .intervals();
    }

    private static void exact(Estimate ours, double value, double error, double low) {
        assertThat(ours.value()).isEqualTo(value, within(1e-12));
        assertThat(ours.standardError()).isEqualTo(error, within(1e-12));
        assertThat(ours.low()).isEqualTo(low, within(1e-8));
    }
}
