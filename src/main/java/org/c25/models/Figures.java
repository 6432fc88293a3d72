package org.c25.models;

/** How near one rater is to another, or to what participants say together. */
record Figures(ExpressionFigures expression, ScaleFigures valence, ScaleFigures arousal) {

    /** @param reference what the rater is held against */
    static Figures of(Series reference, Series rater) {
        return new Figures(
                ExpressionFigures.of(reference.expression(), rater.expression()),
                ScaleFigures.of(reference.valence(), rater.valence()),
                ScaleFigures.of(reference.arousal(), rater.arousal()));
    }
}
