package org.c25.results;

/**
 * A figure of one set's answers.
 *
 * @param svg the picture; where there is nothing to draw, a sentence that says why
 * @param table the numbers behind it
 */
record Picture(String svg, Table table) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 120;

    static Picture nothing(Figure figure, View view, Table table, String why) {
        Svg svg = new Svg(WIDTH, HEIGHT, figure.title() + ": " + why);
        svg.text(WIDTH / 2.0, HEIGHT / 2.0, why, "text-anchor", "middle", "fill", Ink.MUTED);
        view.sign(svg, HEIGHT);
        return new Picture(svg.end(), table);
    }
}
