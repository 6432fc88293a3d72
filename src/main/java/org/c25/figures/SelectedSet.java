package org.c25.figures;

import org.c25.accounts.Caller;
import org.c25.agreement.Basis;
import org.c25.common.Numbers;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;

/** The set that somebody looks at, and the answers of it that they selected. */
public record SelectedSet(Caller caller, StudyView study, SetView set, Results results) {

    private static final double LEFT = 14;

    /** How wide a letter is, in heights of the font, or a little more. */
    private static final double LETTER = 0.52;

    public Selection selection() {
        return results.selection();
    }

    /** Returns how many participants are looked at. */
    public int raters() {
        return results.ratings().participants();
    }

    /** Returns how many answers an image can have, of the participants who are looked at. */
    int most() {
        return set().portions() == null ? raters() : set().columns();
    }

    /** Returns what is looked at, such as {@code AffectNetC25, Set 1: 25 participants, 800 images, all answers}. */
    public String words() {
        int images = results.ratings().images();
        return study.name() + ", " + set.title() + ": " + Numbers.count(raters(), "participant") + ", "
                + Numbers.count(images, "image") + ", " + selection().words();
    }

    /** Writes at the bottom of a picture what it was made from. */
    public void sign(Svg svg, int height) {
        sign(svg, height, words());
    }

    /**
     * Writes the same as {@link #sign}, below coefficients that do not say what they rest on, and warns if they rest on
     * few images.
     */
    public void signCoefficients(Svg svg, int height) {
        boolean few = results.ratings().images() < Basis.FEW;
        sign(svg, height, few ? words() + "; fewer than " + Basis.FEW + " images: the figures are rough" : words());
    }

    private static void sign(Svg svg, int height, String words) {
        double fitting = (svg.width() - 2 * LEFT) / (LETTER * words.length());
        svg.text(LEFT, height - 10, words, "font-size", Math.max(6, Math.min(10, fitting)), "fill", Palette.MUTED);
    }

    /** Returns the name of a file of this view, such as {@code circumplex_set1_C25_without-3.svg}. */
    public String filename(String name, String ending) {
        return filename(set, selection(), name, ending);
    }

    public static String filename(SetView set, Selection selection, String name, String ending) {
        return name + "_set" + set.number() + "_C" + set.columns() + selection.suffix() + "." + ending;
    }
}
