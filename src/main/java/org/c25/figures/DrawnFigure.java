package org.c25.figures;

import org.c25.agreement.UndefinedReason;

/**
 * A figure of one set's answers.
 *
 * @param svg the picture; where there is nothing to draw, a sentence that says why
 * @param table the numbers behind it
 */
public record DrawnFigure(String svg, FigureTable table) {

    private static final int HEIGHT = 120;

    /** Returns what stands in the place of a figure of people one by one. */
    static DrawnFigure nobody(Figure figure, SelectedSet view, FigureLook look, FigureTable table, String why) {
        boolean many = !view.results().comparePeople();
        return nothing(figure, view, look, table, many ? UndefinedReason.TOO_MANY_PEOPLE.sentence() : why);
    }

    /** Returns a picture that says why there is nothing to draw. */
    public static DrawnFigure nothing(Figure figure, SelectedSet view, FigureLook look, FigureTable table, String why) {
        Svg svg = new Svg(look, HEIGHT, figure.title() + ": " + why);
        svg.text(look.width() / 2.0, HEIGHT / 2.0, why, "text-anchor", "middle", "fill", Palette.MUTED);
        view.sign(svg, HEIGHT);
        return new DrawnFigure(svg.end(), table);
    }
}
