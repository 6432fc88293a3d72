package org.c25.figures;

/** The legend of a coloured table: what its shades mean, from 0 to 1. */
final class ColourBar {

    static final double WIDTH = 154;

    private static final int STEPS = 11;
    private static final double STEP = WIDTH / STEPS;

    private ColourBar() {}

    /**
     * Draws the title, the bar below it, and its numbers.
     *
     * @param y the line of the title; the numbers stand 32 pixels below it
     */
    static void draw(Svg svg, double x, double y, String title) {
        svg.text(x, y, title, "font-size", 11);
        for (int i = 0; i < STEPS; i++) {
            String shade = Palette.shade(i / (STEPS - 1.0));
            svg.rect(x + i * STEP, y + 7, STEP, 10, "fill", shade, "stroke", Palette.GRID);
        }
        svg.group("fill", Palette.MUTED, "font-size", 11);
        svg.text(x, y + 32, "0");
        svg.text(x + WIDTH / 2, y + 32, "0.5", "text-anchor", "middle");
        svg.text(x + WIDTH, y + 32, "1", "text-anchor", "end");
        svg.endGroup();
    }
}
