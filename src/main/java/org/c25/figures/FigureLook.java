package org.c25.figures;

import java.util.StringJoiner;
import org.c25.affect.Dimension;
import org.c25.results.Selection;

/**
 * How figures look, as their reader chose. The numbers in them do not depend on it.
 *
 * @param width the width in pixels, 96 to the inch, {@value #LEAST_WIDTH} … {@value #GREATEST_WIDTH}; letters stay as
 *     large as they are
 * @param x the dimension on the x axis of the circumplex: valence, as most papers have it, or arousal
 */
public record FigureLook(int width, FigureFont font, Dimension x) {

    public static final int LEAST_WIDTH = 480;
    public static final int GREATEST_WIDTH = 1200;

    /** How figures look if nobody chose. */
    public static final FigureLook USUAL = new FigureLook(720, FigureFont.HELVETICA, Dimension.VALENCE);

    /** Returns the dimension on the y axis of the circumplex. */
    Dimension y() {
        return x == Dimension.VALENCE ? Dimension.AROUSAL : Dimension.VALENCE;
    }

    /** Returns the same look for a picture of another width. */
    FigureLook wide(int other) {
        return new FigureLook(other, font, x);
    }

    /**
     * Returns the part of an address after its question mark that says which answers are shown, and how, such as
     * {@code out=3&width=900&font=times&x=arousal}; empty for all answers and the usual look.
     */
    public String query(Selection selection) {
        StringJoiner query = new StringJoiner("&");
        if (!selection.isAll()) {
            query.add(selection.query());
        }
        if (width != USUAL.width) {
            query.add("width=" + width);
        }
        if (font != USUAL.font) {
            query.add("font=" + font.key());
        }
        if (x != USUAL.x) {
            query.add("x=" + x.field());
        }
        return query.toString();
    }
}
