package org.c25.models;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.c25.agreement.Estimate;
import org.c25.common.CsvLine;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.McNemar;
import org.c25.comparison.NoiseCeiling;
import org.c25.comparison.ParticipantRange;
import org.c25.comparison.SideBySide;

/** Models side by side as tables: what their page shows, and more digits. */
final class ModelTables {

    private final ComparedModels compared;

    ModelTables(ComparedModels compared) {
        this.compared = compared;
    }

    /** Returns the table of figures, with a row for each model and measure. */
    ModelTable figures() {
        return new ModelTable(
                "models",
                "what each model says against all participants, beside what people reach: a row a model and figure",
                List.of(
                        ModelTable.text("model", "its name"),
                        ModelTable.text("figure", "the measure, such as accuracy or valence_ccc"),
                        ModelTable.number(
                                "value", "against the majority vote or the means of all; empty where it is undefined"),
                        ModelTable.number("low", "the lower bound of its interval of 95 %, by drawing images"),
                        ModelTable.number("high", "the upper bound"),
                        ModelTable.whole("images", "the images that it rests on: those of which all models speak"),
                        ModelTable.number("people_median", "the median of the people, each against all others"),
                        ModelTable.number("people_least", "the least of them"),
                        ModelTable.number("people_greatest", "the greatest of them"),
                        ModelTable.number("model_mean", "the model against each person, the mean over the people"),
                        ModelTable.number("ceiling_lower", "the same of the others together"),
                        ModelTable.number("ceiling_upper", "the same of all together, the person included"),
                        ModelTable.whole("people", "over how many people the last three go"),
                        ModelTable.whole(
                                "trained_on", "on how many of the set's images it was trained; empty if nobody knows")),
                this::writeFigures);
    }

    private void writeFigures(Appendable out) throws IOException {
        CsvLine cells = new CsvLine(out);
        for (ComparedModels.Line line : compared.lines()) {
            for (ComparisonMeasure measure : ComparisonMeasure.values()) {
                ParticipantRange people = compared.range(measure);
                NoiseCeiling ceiling = line.beside().ceiling(measure);
                cells.add(line.model().name()).add(measure.key());
                add(cells, Objects.requireNonNull(line.figures().estimates().get(measure)));
                cells.add(measure.images(line.figures().figures()))
                        .add(people.median())
                        .add(people.least())
                        .add(people.greatest())
                        .add(ceiling.model())
                        .add(ceiling.lower())
                        .add(ceiling.upper())
                        .add(ceiling.people())
                        .add(line.model().hasSplit() ? (Object) line.trainedOn() : null)
                        .end();
            }
        }
    }

    private static void add(CsvLine cells, Estimate estimate) {
        cells.add(estimate.value()).add(estimate.low()).add(estimate.high());
    }

    /** Returns the table of differences, with a row for each two models and each measure. */
    ModelTable differences() {
        return new ModelTable(
                "model-differences",
                "each two models on the same images: a row a pair and figure",
                List.of(
                        ModelTable.text("model", "the first one's name"),
                        ModelTable.text("other", "the second one's"),
                        ModelTable.text("figure", "the measure, such as accuracy or valence_ccc"),
                        ModelTable.number("difference", "the first one's figure less the second one's"),
                        ModelTable.number("low", "the lower bound of its interval of 95 %, by drawing images"),
                        ModelTable.number("high", "the upper bound"),
                        ModelTable.whole("images", "the images that it rests on: those of which all models speak"),
                        ModelTable.number("between", "the figure of the second held against the first"),
                        ModelTable.whole("both_right", "of accuracy: images about which both are right"),
                        ModelTable.whole("first_right", "about which the first alone is right"),
                        ModelTable.whole("second_right", "about which the second alone is right"),
                        ModelTable.whole("neither_right", "about which neither is right"),
                        ModelTable.number("p", "McNemar's exact test, two-sided"),
                        ModelTable.number("p_holm", "the same, adjusted for all pairs after Holm")),
                this::writeDifferences);
    }

    private void writeDifferences(Appendable out) throws IOException {
        CsvLine cells = new CsvLine(out);
        for (SideBySide.Pair pair : compared.pairs()) {
            for (ComparisonMeasure measure : ComparisonMeasure.values()) {
                cells.add(compared.lines().get(pair.one()).model().name())
                        .add(compared.lines().get(pair.other()).model().name())
                        .add(measure.key());
                add(cells, Objects.requireNonNull(pair.differences().get(measure)));
                cells.add(measure.images(pair.between())).add(measure.of(pair.between()));
                boolean tested = measure == ComparisonMeasure.ACCURACY;
                McNemar test = pair.accuracy();
                for (int count : new int[] {test.both(), test.first(), test.second(), test.neither()}) {
                    cells.add(tested ? (Object) count : null);
                }
                cells.add(tested ? test.p() : Double.NaN)
                        .add(tested ? pair.adjusted() : Double.NaN)
                        .end();
            }
        }
    }
}
