package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images that are shared out: each has three ratings, of three of twelve people. */
class SharedOutTest {

    private static final int IMAGES = 60;
    private static final int PEOPLE = 12;
    private static final int EACH = 3;

    private final byte[][] byPerson = nothing(PEOPLE);
    private final byte[][] byRatingSlot = nothing(EACH);

    private static byte[][] nothing(int columns) {
        byte[][] nothing = new byte[columns][IMAGES];
        for (byte[] column : nothing) {
            Arrays.fill(column, Ratings.NONE);
        }
        return nothing;
    }

    @BeforeEach
    void answersThatAgreeNowAndThen() {
        Random random = new Random(3);
        for (int image = 0; image < IMAGES; image++) {
            int first = random.nextInt(PEOPLE);
            for (int number = 0; number < EACH; number++) {
                byte answer = (byte) (random.nextInt(3) == 0 ? random.nextInt(8) : image % 8);
                // Five is no divisor of twelve, so the three are different people.
                byPerson[(first + 5 * number) % PEOPLE][image] = answer;
                byRatingSlot[number][image] = answer;
            }
        }
    }

    @Test
    void whatRestsOnTheAnswersToAnImageIsTheSameByPersonAndByRatingSlot() {
        AgreementStatistics people = AgreementStatistics.of(Ratings.ofPortions(byPerson, byPerson, byPerson, EACH));
        AgreementStatistics slots =
                AgreementStatistics.of(Ratings.ofRatingSlots(byRatingSlot, byRatingSlot, byRatingSlot, PEOPLE));

        assertThat(slots.participants()).isEqualTo(PEOPLE).isEqualTo(people.participants());
        assertThat(slots.expression().fleissKappa())
                .isEqualTo(people.expression().fleissKappa());
        assertThat(slots.expression().gwetAc1()).isEqualTo(people.expression().gwetAc1());
        assertThat(slots.expression().krippendorffAlpha())
                .isEqualTo(people.expression().krippendorffAlpha())
                .isBetween(0.2, 0.8);
        assertThat(slots.valence().icc().icc11())
                .isEqualTo(people.valence().icc().icc11());
        assertThat(slots.valence().votes()).isEqualTo(people.valence().votes());
    }

    @Test
    void iccOfRatersDrawnAnewForEachImageIsThatOfTheFullImages() {
        byRatingSlot[2][7] = Ratings.NONE;
        byte[][] rows = new byte[IMAGES - 1][EACH];
        for (int row = 0; row < rows.length; row++) {
            for (int number = 0; number < EACH; number++) {
                rows[row][number] = byRatingSlot[number][row < 7 ? row : row + 1];
            }
        }

        ScaleAgreement agreement = AgreementStatistics.of(
                        Ratings.ofRatingSlots(byRatingSlot, byRatingSlot, byRatingSlot, PEOPLE))
                .valence();

        assertThat(agreement.icc().icc11().value())
                .isCloseTo(
                        IntraclassCorrelation.of(MeanSquares.of(rows)).icc11().value(), within(1e-12));
        assertThat(agreement.oneWay().images()).isEqualTo(IMAGES - 1);
    }

    @Test
    void whatComparesPeopleIsUndefinedAndSaysWhy() {
        AgreementStatistics slots =
                AgreementStatistics.of(Ratings.ofRatingSlots(byRatingSlot, byRatingSlot, byRatingSlot, PEOPLE));

        assertThat(whyUndefined(slots, "meanCohenKappa"))
                .contains("the participants are too many to be compared each with each");
        assertThat(whyUndefined(slots, "meanCcc"))
                .contains("the participants are too many to be compared each with each");
        assertThat(whyUndefined(slots, "icc2k")).contains("it takes two images that all participants have answered");
        assertThat(whyUndefined(slots, "icc11")).isEmpty();
        AgreementStatistics people = AgreementStatistics.of(Ratings.ofPortions(byPerson, byPerson, byPerson, EACH));
        assertThat(whyUndefined(people, "icc2k")).contains("it takes two images that all participants have answered");
        assertThat(Bootstrap.of(Ratings.ofRatingSlots(byRatingSlot, byRatingSlot, byRatingSlot, PEOPLE), 20, 1)
                        .valence()
                        .ccc()
                        .value())
                .isNaN();
    }

    private static Optional<String> whyUndefined(AgreementStatistics statistics, String key) {
        return Coefficient.of(statistics).stream()
                .filter(one -> one.key().equals(key)
                        && (one.dimension() == Dimension.EXPRESSION || one.dimension() == Dimension.VALENCE))
                .findFirst()
                .orElseThrow()
                .whyUndefined();
    }
}
