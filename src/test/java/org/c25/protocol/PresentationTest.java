package org.c25.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresentationTest {

    @Test
    void leftOutEverythingIsAsInAffectNetC25ForEveryone() {
        assertThat(IntStream.range(0, 25).mapToObj(Presentation.C25::forSlot)).containsOnly(ControlLayout.C25);
    }

    @Test
    void sixSlotsHoldEachOrderInEachDirectionOnce() {
        Presentation balanced = new Presentation(null, true, ScaleDirection.ALTERNATING, null, null, null);

        assertThat(IntStream.range(0, 6).mapToObj(balanced::forSlot))
                .doesNotHaveDuplicates()
                .hasSize(6);
        assertThat(IntStream.range(6, 12).mapToObj(balanced::forSlot))
                .containsExactlyElementsOf(
                        IntStream.range(0, 6).mapToObj(balanced::forSlot).toList());
    }
}
