package org.c25.figures;

import org.c25.agreement.Coefficient;
import org.c25.agreement.Estimate;

/** One set's value of a coefficient, in the figure of all coefficients. */
final class CoefficientPoint {

    /** The room for a letter of the reason why there is no value. */
    private static final double LETTER = 4.7;

    private static final Object[] SMALL = {"font-size", 9, "fill", Palette.MUTED};

    private CoefficientPoint() {}

    /** Draws a point with its interval, or says why there is none, and says at the right what it rests on. */
    static void draw(Svg svg, AxisScale x, CoefficientColumn column, Coefficient one, double y, String colour) {
        Estimate estimate = one.estimate();
        svg.group();
        svg.hint(one.title() + ": " + column.words(one) + " (" + column.range(one) + "), "
                + one.basis().words());
        if (estimate.hasInterval()) {
            svg.line(x.place(estimate.low()), y, x.place(estimate.high()), y, "stroke", colour, "stroke-width", 2);
        }
        if (estimate.isDefined()) {
            String inside = one.basis().isSmall() ? "#ffffff" : colour;
            svg.circle(x.place(one.value()), y, 3.5, "fill", inside, "stroke", colour);
        }
        one.whyUndefined()
                .map(why -> LETTER * why.length() < x.until() - x.at() ? "– " + why : "– no value")
                .ifPresent(words -> svg.text(x.at() + 4, y + 3, words, SMALL));
        svg.text(x.until() + 10, y + 3, one.basis().words(), SMALL);
        svg.endGroup();
    }
}
