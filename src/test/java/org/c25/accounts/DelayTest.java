package org.c25.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the next password waits after so many wrong ones. */
class DelayTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void theFirstWrongPasswordsCostNothing(int failures) {
        assertThat(Delay.OF_ONE.after(failures)).isZero();
    }

    @Test
    void thenTheDelayDoublesWithEachWrongPassword() {
        assertThat(IntStream.rangeClosed(5, 9).mapToObj(Delay.OF_ONE::after).map(Duration::toSeconds))
                .containsExactly(5L, 10L, 20L, 40L, 80L);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, Integer.MAX_VALUE})
    void itGrowsToItsLongestAndNoFurther(int failures) {
        assertThat(Delay.OF_ONE.after(failures)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Delay.OF_ADDRESS.after(failures)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Delay.OF_ACCOUNT.after(failures)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aClassThatSharesAnAddressMistypesMoreBeforeItWaits() {
        assertThat(Delay.OF_ADDRESS.after(49)).isZero();
        assertThat(Delay.OF_ADDRESS.after(50)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Delay.OF_ACCOUNT.after(29)).isZero();
        assertThat(Delay.OF_ACCOUNT.after(30)).isEqualTo(Duration.ofSeconds(1));
    }
}
