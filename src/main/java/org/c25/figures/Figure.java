package org.c25.figures;

/** A kind of figure. Another kind needs another class and a line in {@link Figures}; a
 * figure of a higher package is a component there. */
public interface Figure {

    /** Returns the name in addresses and files, such as {@code agreement-curve}. */
    String name();

    /** Returns the title, in a few words. */
    String title();

    /** Returns what the figure shows, in a sentence or two, as a caption has it. */
    String about();

    /** Draws the figure; its numbers are the same in every look. */
    DrawnFigure of(SelectedSet view, FigureLook look);

    /** Draws the figure of this set alone, in the usual look, where {@link #of} shows others beside it. */
    default DrawnFigure alone(SelectedSet view) {
        return of(view, FigureLook.USUAL);
    }

    /** Whether the figure shows AffectNet's own labels, which its licence keeps from being handed on. */
    default boolean tellsLabels() {
        return false;
    }
}
