package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.c25.agreement.KrippendorffAlpha.Metric;
import org.junit.jupiter.api.Test;

/**
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C and after: four observers, twelve units, some
 * of which not all of them observed and one only one of them.
 */
class Krippendorff2011Test {

    private final Answers observers = Samples.raters(
            6,
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .");

    @Test
    void nominal() {
        assertThat(KrippendorffAlpha.of(observers, Metric.NOMINAL)).isEqualTo(.743, within(.0005));
    }

    @Test
    void ordinal() {
        assertThat(KrippendorffAlpha.of(observers, Metric.ORDINAL)).isEqualTo(.815, within(.0005));
    }

    @Test
    void interval() {
        assertThat(KrippendorffAlpha.of(observers, Metric.INTERVAL)).isEqualTo(.849, within(.0005));
    }

    /** Section A: two observers, two values, nothing missing. */
    @Test
    void binary() {
        Answers two = Samples.raters(2, "0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
        assertThat(KrippendorffAlpha.of(two, Metric.NOMINAL)).isEqualTo(.095, within(.0005));
    }
}
