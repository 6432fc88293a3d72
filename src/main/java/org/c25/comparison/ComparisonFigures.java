package org.c25.comparison;

/** The figures that say how near one rater is to another, or to what participants say together. */
public record ComparisonFigures(ExpressionFigures expression, ScaleFigures valence, ScaleFigures arousal) {

    /**
     * Compares a rater with a reference.
     *
     * @param reference what the rater is held against
     */
    public static ComparisonFigures of(RaterSeries reference, RaterSeries rater) {
        return new ComparisonFigures(
                ExpressionFigures.of(reference.expression(), rater.expression()),
                ScaleFigures.of(reference.valence(), rater.valence()),
                ScaleFigures.of(reference.arousal(), rater.arousal()));
    }
}
