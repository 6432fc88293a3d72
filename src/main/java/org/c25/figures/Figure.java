package org.c25.figures;

/** A kind of picture. Another one is another class, and a line in {@link Figures}. */
public interface Figure {

    /** As addresses and files have it: {@code agreement-curve}. */
    String name();

    /** In a few words. */
    String title();

    /** What is to be seen, in a sentence or two, as a caption has it. */
    String about();

    DrawnFigure of(SelectedSet view);

    /** The same, of this set alone where {@link #of} shows others beside it. */
    default DrawnFigure alone(SelectedSet view) {
        return of(view);
    }

    /** Whether it shows AffectNet's own labels, which its licence keeps from being handed on. */
    default boolean tellsLabels() {
        return false;
    }
}
