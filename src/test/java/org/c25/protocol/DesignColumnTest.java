package org.c25.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DesignColumnTest {

    private final DesignColumn column = new DesignColumn();

    @Test
    void inAStudyFromBeforeNobodyLosesTheirSlot() {
        assertThat(column.convertToEntityAttribute(null).dropOuts()).isEqualTo(new DropOutRules(24, 0));
        assertThat(column.convertToEntityAttribute("{\"ordering\":\"FIXED\"}"))
                .satisfies(design -> assertThat(design.ordering()).isEqualTo(TrialOrdering.FIXED))
                .satisfies(design -> assertThat(design.dropOuts()).isEqualTo(new DropOutRules(24, 0)));
    }

    @Test
    void aNewStudyReleasesAfterThreeDays() {
        Design usual = column.convertToEntityAttribute(column.convertToDatabaseColumn(Design.USUAL));

        assertThat(usual.dropOuts()).isEqualTo(new DropOutRules(24, 72));
    }
}
