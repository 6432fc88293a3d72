package org.c25.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerPaceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void aWholeSetThatWaitedOnADeviceIsTakenAtOnceAndThenOneAfterTheOther() {
        Instant until = answers(AnswerPace.MOST, null);

        assertThatThrownBy(() -> AnswerPace.next(until, NOW)).isInstanceOf(Problem.class);
        assertThatThrownBy(
                        () -> AnswerPace.next(until, NOW.plus(AnswerPace.EACH).minusMillis(1)))
                .isInstanceOf(Problem.class);
        Instant next = AnswerPace.next(until, NOW.plus(AnswerPace.EACH));
        assertThatThrownBy(() -> AnswerPace.next(next, NOW.plus(AnswerPace.EACH)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whoPausesHasAllTheRoomAgain() {
        Instant later = NOW.plus(AnswerPace.EACH.multipliedBy(AnswerPace.MOST));

        assertThat(AnswerPace.next(answers(AnswerPace.MOST, null), later)).isEqualTo(later.plus(AnswerPace.EACH));
    }

    private static Instant answers(int count, @Nullable Instant until) {
        for (int i = 0; i < count; i++) {
            until = AnswerPace.next(until, NOW);
        }
        assertThat(until).isNotNull();
        return until;
    }
}
