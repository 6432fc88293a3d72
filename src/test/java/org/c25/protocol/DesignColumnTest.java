package org.c25.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesignColumnTest {

    @Test
    void inAStudyFromBeforeNobodyLosesTheirSlot() {
        assertThat(DesignColumn.design(null).dropOuts()).isEqualTo(new DropOutRules(24, 0));
        assertThat(DesignColumn.design("{\"ordering\":\"FIXED\"}"))
                .satisfies(design -> assertThat(design.ordering()).isEqualTo(TrialOrdering.FIXED))
                .satisfies(design -> assertThat(design.dropOuts()).isEqualTo(new DropOutRules(24, 0)));
    }

    @Test
    void whatTheColumnCanNotHoldIsRefusedInWords() {
        String option = "x".repeat(198);
        List<Question> questions = IntStream.range(0, 30)
                .mapToObj(i -> new Question(
                        "q" + i,
                        Question.Kind.CHOICE,
                        "?",
                        IntStream.range(10, 60).mapToObj(n -> option + n).toList(),
                        false))
                .toList();

        assertThatThrownBy(() -> DesignColumn.check(
                        new Design(null, null, null, null, null, questions, null, null, null, null, null)))
                .hasMessageContaining("at most 200,000 characters");
        DesignColumn.check(Design.USUAL.labelled(LabelWords.C25_IN_EIGHT));
    }

    /** Each answer reads its study. */
    @Test
    void aTextIsParsedOnce() {
        String text = DesignColumn.text(Design.USUAL.labelled(LabelWords.C25_IN_EIGHT));

        assertThat(DesignColumn.design(text)).isSameAs(DesignColumn.design(new String(text)));
    }

    @Test
    void aNewStudyReleasesAfterThreeDays() {
        Design usual = DesignColumn.design(DesignColumn.text(Design.USUAL));

        assertThat(usual.dropOuts()).isEqualTo(new DropOutRules(24, 72));
    }
}
