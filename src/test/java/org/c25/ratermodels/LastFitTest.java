package org.c25.ratermodels;

import static org.assertj.core.api.Assertions.assertThat;

import org.c25.ratings.Ratings;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SomeResults;
import org.junit.jupiter.api.Test;

/** What was estimated of a set that is being answered: whether it may still be shown, and how far it lies behind. */
class LastFitTest {

    private static final String ANNE = "0 1 2 3";
    private static final String BERT = "0 1 . .";

    @Test
    void whileAnswersComeItMayBeShownWithHowManyHaveCome() {
        Results before = results(ANNE, BERT, ". . . .");
        LastFit<String> fit = new LastFit<>(before, "a fit");

        Results later = results(ANNE, "0 1 2 .", "5 . 5 .");
        assertThat(fit.isOf(before)).isTrue();
        assertThat(fit.isOf(later)).isFalse();
        assertThat(fit.isPartOf(before)).isTrue();
        assertThat(fit.isPartOf(later)).isTrue();
        assertThat(fit.answers()).isEqualTo(6);
        assertThat(fit.since(before)).isZero();
        assertThat(fit.since(later)).isEqualTo(3);
    }

    @Test
    void whatWasChangedCountsToo() {
        LastFit<String> fit = new LastFit<>(results(ANNE, BERT), "a fit");

        Results later = results("0 1 2 7", "1 1 2 .");

        assertThat(fit.isPartOf(later)).isTrue();
        assertThat(fit.since(later)).isEqualTo(3);
    }

    @Test
    void whoseAnswersAreGoneIsInNothingThatIsShown() {
        LastFit<String> fit = new LastFit<>(results(ANNE, BERT), "a fit");

        assertThat(fit.isPartOf(results(ANNE, ". . . ."))).isFalse();
        assertThat(fit.isPartOf(results(ANNE, "0 . . ."))).isFalse();
    }

    /** The slot is as full as before, or fuller, and yet what the first person said was erased. */
    @Test
    void anotherPersonInTheSlotIsNotTheOneWhoLeft() {
        LastFit<String> fit = new LastFit<>(results(ANNE, BERT), "a fit");

        Results later = SomeResults.of(ratings(ANNE, "0 1 2 3"), Selection.ALL, 0, 77);

        assertThat(fit.isPartOf(later)).isFalse();
    }

    /** Only the images of which most say surprise, code 2: more answers move an image out of the class, or another one in. */
    @Test
    void imagesThatHaveLeftTheClassAreNotShown() {
        Selection surprise = Selection.of(null, false, "majority-surprise");
        LastFit<String> fit = new LastFit<>(SomeResults.of(ratings("0 2 2 3", ". . . ."), surprise), "a fit");

        Results another = SomeResults.of(ratings("0 2 2 3", "2 . . 2"), surprise);
        Results gone = SomeResults.of(ratings("0 2 2 3", ". 0 2 ."), surprise);

        assertThat(fit.answers()).isEqualTo(2);
        assertThat(fit.isPartOf(another)).isTrue();
        assertThat(fit.since(another))
                .as("both answers to the image that came in")
                .isEqualTo(2);
        assertThat(fit.isPartOf(gone)).isFalse();
    }

    private static Results results(String... slots) {
        return SomeResults.of(ratings(slots), Selection.ALL);
    }

    /** Each slot with its answers; a dot is none. */
    private static Ratings ratings(String... slots) {
        byte[][] expression = new byte[slots.length][];
        for (int slot = 0; slot < slots.length; slot++) {
            String[] cells = slots[slot].split(" ");
            expression[slot] = new byte[cells.length];
            for (int image = 0; image < cells.length; image++) {
                expression[slot][image] = cells[image].equals(".") ? Ratings.NONE : Byte.parseByte(cells[image]);
            }
        }
        return Ratings.of(expression, expression, expression);
    }
}
