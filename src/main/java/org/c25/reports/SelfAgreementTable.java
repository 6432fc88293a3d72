package org.c25.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.c25.agreement.IntraRater;
import org.c25.common.Numbers;
import org.c25.figures.FigureTable;
import org.c25.figures.SelectedSet;
import org.c25.ratings.Repeat;
import org.c25.ratings.Repeats;
import org.c25.results.Results;

/**
 * A table of how far participants agree with themselves, on the images that they saw twice.
 *
 * @param slots the selected participants who answered an image twice
 */
record SelfAgreementTable(IntraRater.Figures overall, List<IntraRater.Rater> slots) {

    /** Returns the table of the selected participants and images. */
    static SelfAgreementTable of(SelectedSet view, Repeats repeats) {
        Results results = view.results();
        Set<Integer> people = new HashSet<>(results.raters());
        Set<Integer> images = new HashSet<>();
        for (int image = 0; image < results.ratings().images(); image++) {
            images.add(results.position(image));
        }
        List<Repeat> chosen = repeats.of(view.set().id()).stream()
                .filter(repeat -> people.contains(repeat.slot()) && images.contains(repeat.image()))
                .toList();
        IntraRater figures = IntraRater.of(chosen);
        return new SelfAgreementTable(figures.overall(), figures.raters());
    }

    /** Returns a figure with three decimals, for pages. */
    public String words(double figure) {
        return Numbers.coefficient(figure);
    }

    /** Returns an interval in words, for pages; – if there is none. */
    public String range(IntraRater.Steps steps) {
        return Double.isNaN(steps.icc21().low())
                ? "–"
                : Numbers.coefficient(steps.icc21().low()) + " to "
                        + Numbers.coefficient(steps.icc21().high());
    }

    /** Returns the table as a file has it: a row a participant, and one for all of them. */
    FigureTable table() {
        FigureTable table = new FigureTable(
                "participant",
                "expression_pairs",
                "same_expression",
                "expression_kappa",
                "valence_pairs",
                "valence_weighted_kappa",
                "valence_icc11",
                "valence_icc21",
                "valence_mean_difference",
                "arousal_pairs",
                "arousal_weighted_kappa",
                "arousal_icc11",
                "arousal_icc21",
                "arousal_mean_difference");
        if (!slots.isEmpty()) {
            row(table, "all", overall);
        }
        slots.forEach(rater -> row(table, rater.slot(), rater.figures()));
        return table;
    }

    private static void row(FigureTable table, Object who, IntraRater.Figures figures) {
        table.row(
                who,
                figures.expression().pairs(),
                figures.expression().same(),
                figures.expression().kappa(),
                figures.valence().pairs(),
                figures.valence().kappa(),
                figures.valence().icc11().value(),
                figures.valence().icc21().value(),
                figures.valence().difference(),
                figures.arousal().pairs(),
                figures.arousal().kappa(),
                figures.arousal().icc11().value(),
                figures.arousal().icc21().value(),
                figures.arousal().difference());
    }
}
