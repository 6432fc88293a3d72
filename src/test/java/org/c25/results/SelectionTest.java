package org.c25.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.c25.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers are looked at, in words, in an address, and in the name of a file. */
class SelectionTest {

    @Test
    void everythingNeedsNoWordInAnAddressOrAName() {
        assertThat(Selection.ALL.words()).isEqualTo("all answers");
        assertThat(Selection.ALL.query()).isEmpty();
        assertThat(Selection.ALL.suffix()).isEmpty();
        assertThat(Selection.of(null, false, "")).isEqualTo(Selection.ALL);
    }

    @Test
    void aSelectionTellsWhatItIs() {
        Selection some = Selection.of(List.of(7, 3, 12), true, "affectnet-fear");

        assertThat(some.words())
                .isEqualTo("without participant3, participant7 and participant12, complete participants only,"
                        + " images of AffectNet's class fear");
        assertThat(some.query()).isEqualTo("out=3&out=7&out=12&complete=true&class=affectnet-fear");
        assertThat(some.suffix()).isEqualTo("_without-3-7-12_complete_affectnet-fear");
        assertThat(some.isAll()).isFalse();
    }

    @Test
    void oneWhoIsLeftOutStandsAlone() {
        assertThat(Selection.of(Set.of(4), false, null).words()).isEqualTo("without participant4");
    }

    @Test
    void whoIsLeftOutIsSomebodyElseInAnotherSet() {
        Selection some = Selection.of(List.of(3), true, "majority-neutral");

        assertThat(some.elsewhere()).isEqualTo(Selection.of(List.of(), true, "majority-neutral"));
        assertThat(Selection.ALL.ofComplete().suffix()).isEqualTo("_complete");
    }

    @Test
    void anAddressIsReadAsItIsWritten() {
        SelectionQuery query = new SelectionQuery(Set.of("3", "12"), "true", "majority-neutral");

        assertThat(query.selection()).isEqualTo(Selection.of(List.of(3, 12), true, "majority-neutral"));
        assertThat(new SelectionQuery(null, null, null).selection()).isEqualTo(Selection.ALL);
        assertThat(new SelectionQuery(null, "", null).selection()).isEqualTo(Selection.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"participant3, -, -", "'', -, -", "-1, -, -", "-, yes, -", "-, -, fear", "-, -, affectnet-joy"})
    void whatIsNoSelectionIsRefused(String out, String complete, String images) {
        SelectionQuery query = new SelectionQuery(out == null ? null : Set.of(out), complete, images);

        assertThatThrownBy(query::selection).isInstanceOf(Problem.class);
    }
}
