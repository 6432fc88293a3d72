package org.c25.ratermodels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.c25.sets.SetKind;
import org.c25.sets.SetState;
import org.c25.sets.SetView;
import org.junit.jupiter.api.Test;

/** For which sets there are models of raters. */
class RaterModelsTest {

    @Test
    void ofVeryManyAnswersThereAreNone() {
        assertThat(RaterModels.areFor(set(20_000, 25))).isTrue();
        assertThat(RaterModels.areFor(set(20_001, 25))).isFalse();
        assertThat(RaterModels.areFor(set(400_000, 10_000))).isFalse();
    }

    private static SetView set(int images, int slots) {
        return new SetView(
                1, 1, 1, null, SetKind.CUSTOM, SetState.OPEN, false, slots, images, null, false, Instant.EPOCH);
    }
}
