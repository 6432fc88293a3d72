package org.c25.models;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.c25.agreement.Estimate;
import org.c25.common.Numbers;
import org.c25.comparison.ComparisonFigures;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.NoiseCeiling;
import org.c25.comparison.SideBySide;

/** Models side by side, as their page shows them. */
record ComparedPage(ComparedModels compared) {

    private static final List<ComparisonMeasure> DIFFERENCES = List.of(
            ComparisonMeasure.ACCURACY,
            ComparisonMeasure.MACRO_F1,
            ComparisonMeasure.VALENCE_CCC,
            ComparisonMeasure.AROUSAL_CCC,
            ComparisonMeasure.VALENCE_RMSE,
            ComparisonMeasure.AROUSAL_RMSE);

    private static final List<ComparisonMeasure> BETWEEN =
            List.of(ComparisonMeasure.KAPPA, ComparisonMeasure.VALENCE_CCC, ComparisonMeasure.AROUSAL_CCC);

    public boolean isEmpty() {
        return compared.lines().isEmpty();
    }

    /** Whether anybody answered, and there are images of which all the models speak. */
    public boolean hasFigures() {
        return compared.draws() > 0;
    }

    public boolean hasPeople() {
        return compared.results().ratings().participants() > 0;
    }

    /** Returns on how many images the figures rest. */
    public String basis() {
        return ComparisonText.basis(first());
    }

    private ComparisonFigures first() {
        return compared.lines().get(0).figures().figures();
    }

    public int draws() {
        return compared.draws();
    }

    /** Returns the titles of all measures. */
    public List<String> measures() {
        return Stream.of(ComparisonMeasure.values())
                .map(ComparisonMeasure::title)
                .toList();
    }

    /** A figure and, below it, its interval. */
    record Cell(String value, String interval) {

        static Cell of(Estimate estimate) {
            return new Cell(Numbers.coefficient(estimate.value()), ComparisonText.interval(estimate));
        }
    }

    /**
     * A row of figures.
     *
     * @param cells one a measure
     */
    record Row(String name, List<Cell> cells) {}

    public List<Row> figures() {
        return compared.lines().stream()
                .map(line -> new Row(
                        line.model().name(),
                        Stream.of(ComparisonMeasure.values())
                                .map(measure -> Cell.of(Objects.requireNonNull(
                                        line.figures().estimates().get(measure))))
                                .toList()))
                .toList();
    }

    /** Returns what people reach: of each measure the median, and the ends of the range. */
    public List<Cell> people() {
        return Stream.of(ComparisonMeasure.values())
                .map(compared::range)
                .map(range -> new Cell(Numbers.coefficient(range.median()), ComparisonText.ends(range)))
                .toList();
    }

    /** Returns each model's mean over the people it is held against, one by one. */
    public List<Row> means() {
        return compared.lines().stream()
                .map(line -> new Row(
                        line.model().name(),
                        ceilings(measure -> line.beside().ceiling(measure).model())))
                .toList();
    }

    /** Returns the ceilings of the people: the lower one, then the upper one. */
    public List<Row> ceilings() {
        return List.of(
                new Row(
                        "Lower ceiling: the others together",
                        ceilings(measure -> ceiling(measure).lower())),
                new Row(
                        "Upper ceiling: all together",
                        ceilings(measure -> ceiling(measure).upper())));
    }

    private NoiseCeiling ceiling(ComparisonMeasure measure) {
        return compared.ceiling(measure);
    }

    private static List<Cell> ceilings(ToDoubleFunction<ComparisonMeasure> figure) {
        return Stream.of(ComparisonMeasure.values())
                .map(measure -> new Cell(Numbers.coefficient(figure.applyAsDouble(measure)), ""))
                .toList();
    }

    public List<String> differenceTitles() {
        return DIFFERENCES.stream().map(ComparisonMeasure::title).toList();
    }

    public List<String> betweenTitles() {
        return BETWEEN.stream().map(ComparisonMeasure::title).toList();
    }

    /**
     * Two models.
     *
     * @param alone on how many images the first alone is right, and the second
     * @param p McNemar's probability, and the adjusted one
     */
    record PairLine(String one, String other, List<Cell> differences, String alone, String p, List<String> between) {}

    public List<PairLine> pairs() {
        return compared.pairs().stream().map(this::line).toList();
    }

    private PairLine line(SideBySide.Pair pair) {
        return new PairLine(
                compared.lines().get(pair.one()).model().name(),
                compared.lines().get(pair.other()).model().name(),
                DIFFERENCES.stream()
                        .map(measure -> Cell.of(
                                Objects.requireNonNull(pair.differences().get(measure))))
                        .toList(),
                Numbers.whole(pair.accuracy().first()) + " : "
                        + Numbers.whole(pair.accuracy().second()),
                ComparisonText.probability(pair.accuracy().p())
                        + (compared.pairs().size() > 1 ? " (" + ComparisonText.probability(pair.adjusted()) + ")" : ""),
                BETWEEN.stream()
                        .map(measure -> Numbers.coefficient(measure.of(pair.between())))
                        .toList());
    }
}
