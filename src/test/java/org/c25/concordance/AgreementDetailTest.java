package org.c25.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.Answers;
import org.c25.agreement.Coefficient;
import org.c25.agreement.Fleiss1971Test;
import org.c25.agreement.Samples;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.Test;

/** What holds of the agreement in detail: parts, groups of raters, and the coefficients of the page of results. */
class AgreementDetailTest {

    /** Fleiss 1971 himself gives these κ of each diagnosis, and so does irr, {@code kappam.fleiss(detail = TRUE)}. */
    @Test
    void kappaOfEachDiagnosisOfFleiss1971() {
        Answers table = Samples.votes(Fleiss1971Test.TABLE);
        byte[][] slots = IntStream.range(0, table.raters()).mapToObj(table::of).toArray(byte[][]::new);
        List<PartAgreement> categories = new AgreementDetail(Ratings.of(slots, slots, slots), 25).categories();

        double[] kappas = {.245, .245, .520, .471, .566};
        for (int diagnosis = 0; diagnosis < 5; diagnosis++) {
            DetailedCoefficient kappa = categories.get(diagnosis).coefficients().get(0);
            assertThat(kappa.key()).isEqualTo("fleissKappa");
            assertThat(kappa.value()).isEqualTo(kappas[diagnosis], within(.0005));
            assertThat(kappa.intervals().overBoth().hasInterval()).isTrue();
        }
        assertThat(categories.get(0).answers()).isEqualTo(26);
        assertThat(categories.get(7).why()).isEqualTo("nobody chose it");
        assertThat(categories.get(7).coefficients()).isEmpty();
    }

    /** Page, API and figures have the same values, though here they are computed by leaving out. */
    @Test
    void theMainCoefficientsAreThoseOfThePageOfResults() {
        Ratings ratings = random(6, 60);
        List<DetailedCoefficient> detailed = new AgreementDetail(ratings, 25).main();

        List<Coefficient> known = Coefficient.of(AgreementStatistics.of(ratings));
        assertThat(detailed).hasSameSizeAs(known);
        for (Coefficient one : known) {
            DetailedCoefficient here = detailed.stream()
                    .filter(each ->
                            each.dimension() == one.dimension() && each.key().equals(one.key()))
                    .findFirst()
                    .orElseThrow();
            assertThat(here.value()).as(one.key()).isEqualTo(one.value(), within(1e-12));
            assertThat(here.basis()).as(one.key()).isEqualTo(one.basis());
            assertThat(here.title()).isEqualTo(one.title());
            assertThat(here.intervals().overBoth().hasInterval()).as(one.key()).isTrue();
            if (one.estimate().hasInterval()
                    && !one.key().startsWith("icc1")
                    && !one.key().startsWith("icc2")) {
                assertThat(here.intervals().overImages()).as(one.key()).isEqualTo(one.estimate());
            }
        }
    }

    @Test
    void aClassHasItsImagesAndOneThatIsTooSmallSaysSo() {
        Ratings ratings = random(5, 40);

        List<PartAgreement> classes =
                new AgreementDetail(ratings, 25).classes(image -> image < 30 ? 4 : image < 35 ? 5 : -1);

        PartAgreement fear = classes.get(4);
        assertThat(fear.images()).isEqualTo(30);
        assertThat(fear.coefficients().get(1).value())
                .isEqualTo(AgreementStatistics.of(
                                ratings.only(IntStream.range(0, 30).toArray()))
                        .expression()
                        .fleissKappa()
                        .value());
        assertThat(classes.get(5).why()).isEqualTo("it takes ten images; here are 5");
        assertThat(classes.get(0).why()).isEqualTo("it takes ten images; here are 0");
        assertThat(classes.get(0).coefficients()).isEmpty();
    }

    @Test
    void groupsAreThosePeopleAloneAndTheirDifferenceCountsBothAsOther() {
        Ratings ratings = random(8, 50);
        RaterGrouping device = new RaterGrouping(
                "device", "Device", false, List.of("mouse", "touch", "mouse", "touch", "touch", "mouse", "", "pen"));

        GroupingAgreement all = new AgreementDetail(ratings, 25).groups(device);

        assertThat(all.groups().stream().map(PartAgreement::name)).containsExactly("mouse", "touch", "pen");
        assertThat(all.groups().get(2).why()).isEqualTo("it takes two participants; here is one");
        assertThat(all.differences()).hasSize(1);
        DetailedCoefficient mouse = all.groups().get(0).coefficients().get(1);
        DetailedCoefficient touch = all.groups().get(1).coefficients().get(1);
        DetailedCoefficient difference = all.differences().get(0).coefficients().get(1);
        assertThat(mouse.value())
                .isEqualTo(AgreementStatistics.of(ratings.without(Set.of(1, 3, 4, 6, 7)))
                        .expression()
                        .fleissKappa()
                        .value());
        assertThat(difference.value()).isEqualTo(mouse.value() - touch.value(), within(1e-15));
        double error = difference.intervals().overRaters().standardError();
        assertThat(error)
                .isEqualTo(
                        Math.hypot(
                                mouse.intervals().overRaters().standardError(),
                                touch.intervals().overRaters().standardError()),
                        within(1e-12));
        assertThat(difference.basis().participants()).isEqualTo(6);
    }

    @Test
    void ofManyGroupsEachIsComparedWithTheLargest() {
        List<String> bySlot = new ArrayList<>(List.of("b"));
        for (String group : List.of("a", "b", "c", "d", "e", "f")) {
            bySlot.addAll(List.of(group, group));
        }
        GroupingAgreement all =
                new AgreementDetail(random(13, 12), 25).groups(new RaterGrouping("x", "X", true, bySlot));

        assertThat(all.differences().stream()
                        .map(one -> one.one() + one.other())
                        .collect(Collectors.toList()))
                .containsExactly("ba", "bc", "bd", "be", "bf");
        assertThat(all.differences()
                        .get(0)
                        .coefficients()
                        .get(0)
                        .intervals()
                        .overBoth()
                        .hasInterval())
                .as("two people have no interval over raters")
                .isFalse();
    }

    @Test
    void nobodyAndOneAloneHaveNoFiguresAndNoFault() {
        byte[][] none = new byte[3][4];
        for (byte[] slot : none) {
            Arrays.fill(slot, Ratings.NONE);
        }
        AgreementDetail nobody = new AgreementDetail(Ratings.of(none, none, none), 25);
        AgreementDetail empty = new AgreementDetail(Ratings.of(new byte[2][0], new byte[2][0], new byte[2][0]), 25);

        for (AgreementDetail detail : List.of(nobody, empty)) {
            assertThat(detail.main()).allMatch(one -> one.whyUndefined().isPresent());
            assertThat(detail.further()).allMatch(one -> one.whyUndefined().isPresent());
            assertThat(detail.categories()).hasSize(8);
            assertThat(detail.classes(image -> 0)).noneMatch(PartAgreement::isDefined);
        }
        assertThat(nobody.main().get(0).dimension()).isEqualTo(Dimension.EXPRESSION);
    }

    private static Ratings random(int slots, int images) {
        Random random = new Random(7);
        byte[][] expression = new byte[slots][images];
        byte[][] scale = new byte[slots][images];
        for (int image = 0; image < images; image++) {
            int shown = random.nextInt(8);
            for (int slot = 0; slot < slots; slot++) {
                expression[slot][image] = (byte) (random.nextInt(3) > 0 ? shown : random.nextInt(8));
                scale[slot][image] = (byte) Math.min(8, shown + random.nextInt(3));
            }
        }
        return Ratings.of(expression, scale, scale);
    }
}
