package org.c25.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;

class CsvLineTest {

    @Test
    void aNumberReadsBackAsTheSame() {
        qt().withExamples(500)
                .forAll(longs().all().map(Double::longBitsToDouble).assuming(Double::isFinite))
                .checkAssert(number -> {
                    assertThat(Double.parseDouble(CsvLine.text(number))).isEqualTo(number == 0 ? 0 : number);
                });
    }

    @Test
    void aNumberHasNoMoreDigitsThanItNeeds() {
        assertThat(CsvLine.text(0.1)).isEqualTo("0.1");
        assertThat(CsvLine.text(-0.0)).isEqualTo("0");
        assertThat(CsvLine.text(1)).isEqualTo("1");
        assertThat(CsvLine.text(1e-7)).isEqualTo("0.0000001");
        assertThat(CsvLine.text(2.0 / 3)).isEqualTo("0.6666666666666666");
        assertThat(CsvLine.text(Double.NaN)).isEmpty();
    }
}
