package org.c25.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void oneIsSingularAndAllElseIsPlural() {
        assertThat(Numbers.count(1, "image")).isEqualTo("1 image");
        assertThat(Numbers.count(0, "image")).isEqualTo("0 images");
        assertThat(Numbers.count(22_000, "image")).isEqualTo("22,000 images");
        assertThat(Numbers.count(1, "person is", "people are")).isEqualTo("1 person is");
        assertThat(Numbers.count(2, "person is", "people are")).isEqualTo("2 people are");
    }

    @Test
    void thousandsHaveACommaAndAMinusIsAMinus() {
        assertThat(Numbers.whole(999)).isEqualTo("999");
        assertThat(Numbers.whole(1_234_567)).isEqualTo("1,234,567");
        assertThat(Numbers.coefficient(-0.4127)).isEqualTo("−0.413");
        assertThat(Numbers.decimals(-1234.5, 1)).isEqualTo("−1,234.5");
    }

    @Test
    void aNumberThatIsRoundedToNothingHasNoMinus() {
        assertThat(Numbers.coefficient(-0.0004)).isEqualTo("0.000");
        assertThat(Numbers.decimals(-0.2, 0)).isEqualTo("0");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(Numbers.coefficient(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.seconds(Double.NaN)).isEqualTo("–");
    }

    @Test
    void sharesTimesAndSizesHaveTheirUnits() {
        assertThat(Numbers.percent(0.35)).isEqualTo("35 %");
        assertThat(Numbers.percent(0.025)).isEqualTo("2.5 %");
        assertThat(Numbers.seconds(4230)).isEqualTo("4.2 s");
        assertThat(Numbers.duration(Duration.ofSeconds(20))).isEqualTo("1 min");
        assertThat(Numbers.duration(Duration.ofMinutes(72))).isEqualTo("1 h 12 min");
        assertThat(Numbers.duration(Duration.ofMinutes(120))).isEqualTo("2 h");
        assertThat(Numbers.bytes(340)).isEqualTo("1 kB");
        assertThat(Numbers.bytes(1_240_000)).isEqualTo("1.2 MB");
    }
}
