package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsvLineTest {

    @Property(tries = 500)
    void aNumberReadsBackAsTheSame(@ForAll double number) {
        assertThat(Double.parseDouble(CsvLine.text(number))).isEqualTo(number == 0 ? 0 : number);
    }

    @Example
    void aNumberHasNoMoreDigitsThanItNeeds() {
        assertThat(CsvLine.text(0.1)).isEqualTo("0.1");
        assertThat(CsvLine.text(-0.0)).isEqualTo("0");
        assertThat(CsvLine.text(1)).isEqualTo("1");
        assertThat(CsvLine.text(1e-7)).isEqualTo("0.0000001");
        assertThat(CsvLine.text(2.0 / 3)).isEqualTo("0.6666666666666666");
        assertThat(CsvLine.text(Double.NaN)).isEmpty();
    }
}
