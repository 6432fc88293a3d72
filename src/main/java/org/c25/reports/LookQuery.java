package org.c25.reports;

import io.swagger.v3.oas.annotations.Parameter;
import org.c25.affect.Dimension;
import org.c25.common.Problem;
import org.c25.figures.FigureFont;
import org.c25.figures.FigureLook;
import org.jspecify.annotations.Nullable;

/**
 * The part of an address that says how figures look. What is left out is as usual.
 *
 * @param width the width in pixels
 * @param font a font's key, such as {@code times}
 * @param x the dimension on the x axis of the circumplex
 */
record LookQuery(
        @Parameter(description = "the width in pixels, 480 to 1200; else 720") @Nullable
        String width,

        @Parameter(description = "helvetica, times or latin-modern; else helvetica") @Nullable
        String font,

        @Parameter(description = "what the circumplex has on its x axis: valence or arousal; else valence") @Nullable
        String x) {

    /**
     * Returns the look.
     *
     * @throws Problem 422 that names the parameter that can't be, and what it may be
     */
    public FigureLook look() {
        return new FigureLook(
                width == null || width.isEmpty() ? FigureLook.USUAL.width() : pixels(width),
                font == null || font.isEmpty() ? FigureLook.USUAL.font() : fontOf(font),
                x == null || x.isEmpty() ? FigureLook.USUAL.x() : dimension(x));
    }

    private static int pixels(String width) {
        int pixels = width.matches("\\d{1,6}") ? Integer.parseInt(width) : 0;
        if (pixels < FigureLook.LEAST_WIDTH || pixels > FigureLook.GREATEST_WIDTH) {
            throw Problem.invalid(
                    "width",
                    "a whole number of pixels, " + FigureLook.LEAST_WIDTH + " to " + FigureLook.GREATEST_WIDTH);
        }
        return pixels;
    }

    private static FigureFont fontOf(String key) {
        return FigureFont.ofKey(key).orElseThrow(() -> Problem.invalid("font", "is one of " + FigureFont.keys()));
    }

    private static Dimension dimension(String x) {
        return switch (x) {
            case "valence" -> Dimension.VALENCE;
            case "arousal" -> Dimension.AROUSAL;
            default -> throw Problem.invalid("x", "is valence or arousal");
        };
    }
}
