package org.c25.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written on colours can be read: WCAG 2.2, success criterion 1.4.3, contrast of 4.5 : 1. */
class PaletteTest {

    private static final double READABLE = 4.5;

    @Test
    void numbersCanBeReadOnEveryShadeOfACell() {
        for (int i = -1000; i <= 1000; i++) {
            String cell = Palette.signed(i / 1000.0);
            assertThat(contrast(Palette.on(cell), cell))
                    .as("a number on %s, the shade of %s", cell, i / 1000.0)
                    .isGreaterThanOrEqualTo(READABLE);
        }
        assertThat(contrast(Palette.on(Palette.NOTHING), Palette.NOTHING)).isGreaterThan(READABLE);
    }

    @Test
    void wordsCanBeReadOnThePaper() {
        for (String words : List.of(Palette.TEXT, Palette.MUTED)) {
            assertThat(contrast(words, "#ffffff")).as(words).isGreaterThanOrEqualTo(READABLE);
        }
    }

    @Test
    void aShadeIsNeverBeyondItsEnds() {
        assertThat(Palette.signed(0)).isEqualTo("#ffffff");
        assertThat(Palette.signed(1)).isEqualTo(Palette.MAIN).isEqualTo(Palette.signed(1.2));
        assertThat(Palette.signed(-1)).isEqualTo(Palette.signed(-1.2)).isNotEqualTo(Palette.signed(1));
    }

    private static double contrast(String one, String other) {
        double a = luminance(Color.decode(one));
        double b = luminance(Color.decode(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
