package org.c25.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.affect.Expression;
import org.c25.common.Numbers;
import org.c25.comparison.ComparisonFigures;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.ExpressionFigures.ClassFigures;
import org.c25.comparison.ModelComparison;
import org.c25.comparison.ScaleFigures;
import org.c25.predictions.ModelView;
import org.jspecify.annotations.Nullable;

/** A model beside the participants, as its page shows it. */
record ModelPage(ModelDetail detail, ParticipantOrder order) {

    private static final int DARKEST = 9;

    public ModelView model() {
        return detail.model();
    }

    private ModelComparison comparison() {
        return detail.comparison();
    }

    public int images() {
        return comparison().images();
    }

    public int predicted() {
        return comparison().predicted();
    }

    /** Whether the model can be held against anybody's answers. */
    public boolean hasPeople() {
        return detail.results().ratings().participants() > 0;
    }

    /** Returns the number of images to which both the participants and the model give an expression. */
    public int expressions() {
        return comparison().together().expression().images();
    }

    /**
     * The line of one measure.
     *
     * @param interval the interval of the model's figure; empty if it has none
     * @param better how many participants the model is better than, such as {@code 17 of 25}; – if nobody can be
     *     compared
     */
    record Headline(String title, String model, String interval, String basis, String people, String better) {}

    public List<Headline> headlines() {
        ModelComparison comparison = comparison();
        return Stream.of(ComparisonMeasure.values())
                .map(measure -> new Headline(
                        measure.title(),
                        Numbers.coefficient(measure.of(comparison.together())),
                        ComparisonText.interval(detail.estimate(measure)),
                        ComparisonText.images(measure.images(comparison.together())),
                        ComparisonText.range(comparison.range(measure)),
                        comparison.comparable(measure) == 0
                                ? "–"
                                : comparison.better(measure) + " of " + comparison.comparable(measure)))
                .toList();
    }

    /** Returns how near the model comes to what people can tell, and how sure that is. */
    public ModelLimits limits() {
        return new ModelLimits(detail);
    }

    /** Returns how sure the model is, and how often rightly. */
    public ModelSureness sureness() {
        return new ModelSureness(detail.calibration());
    }

    /** Returns what is known of how the model was made. */
    public ModelOrigin origin() {
        return new ModelOrigin(detail);
    }

    /**
     * A line on valence and arousal.
     *
     * @param cells valence against the means and against the majority, then arousal likewise
     */
    record ScaleLine(String title, List<String> cells) {}

    public List<ScaleLine> scales() {
        return List.of(
                scale("Images", null),
                scale("CCC", ScaleFigures::ccc),
                scale("Pearson", ScaleFigures::pearson),
                scale("RMSE", ScaleFigures::rmse),
                scale("MAE", ScaleFigures::mae),
                scale("Bias", ScaleFigures::bias),
                scale("SAGR", ScaleFigures::sagr));
    }

    private ScaleLine scale(String title, @Nullable ToDoubleFunction<ScaleFigures> figure) {
        ComparisonFigures together = comparison().together();
        ComparisonFigures majority = comparison().majority();
        return new ScaleLine(
                title,
                Stream.of(together.valence(), majority.valence(), together.arousal(), majority.arousal())
                        .map(one -> figure == null
                                ? String.valueOf(one.images())
                                : Numbers.coefficient(figure.applyAsDouble(one)))
                        .toList());
    }

    /** Returns the names of the expressions, in the order of their codes. */
    public List<String> expressionNames() {
        return Expression.all().stream().map(Expression::english).toList();
    }

    /**
     * A row of the table of expressions.
     *
     * @param images how many images have this majority vote
     * @param cells one per expression of the model
     */
    record ConfusionRow(String expression, int images, List<ConfusionCell> cells) {}

    /**
     * A cell of the table of expressions.
     *
     * @param style from {@code heat-0} if it has no images to {@code heat-9} if it has all of the row
     * @param same whether both mean the same expression
     */
    record ConfusionCell(int images, String style, boolean same) {}

    public List<ConfusionRow> confusion() {
        List<ConfusionRow> rows = new ArrayList<>();
        List<List<Integer>> table = comparison().together().expression().confusion();
        for (Expression expression : Expression.all()) {
            List<Integer> counts = table.get(expression.code());
            int all = counts.stream().mapToInt(Integer::intValue).sum();
            rows.add(new ConfusionRow(
                    expression.english(),
                    all,
                    IntStream.range(0, counts.size())
                            .mapToObj(code -> new ConfusionCell(
                                    counts.get(code), heat(counts.get(code), all), code == expression.code()))
                            .toList()));
        }
        return rows;
    }

    private static String heat(int part, int whole) {
        return "heat-" + (part == 0 ? 0 : Math.min(DARKEST, 1 + part * DARKEST / whole));
    }

    record ClassLine(String expression, int participants, int model, String recall, String precision, String f1) {

        static ClassLine of(ClassFigures figures) {
            return new ClassLine(
                    figures.expression().english(),
                    figures.reference(),
                    figures.rater(),
                    Numbers.coefficient(figures.recall()),
                    Numbers.coefficient(figures.precision()),
                    Numbers.coefficient(figures.f1()));
        }
    }

    public List<ClassLine> classes() {
        return comparison().together().expression().classes().stream()
                .map(ClassLine::of)
                .toList();
    }

    /**
     * The line of one participant.
     *
     * @param images on how many images the model is held against them, and they against the others
     * @param cells the figures of each column: first the model against them, then they against the others
     */
    record PersonLine(int slot, List<String> images, List<String> cells) {}

    public List<PersonLine> people() {
        return comparison().people().stream()
                .sorted(order)
                .map(one -> new PersonLine(
                        one.slot(),
                        List.of(ComparisonText.basis(one.model()), ComparisonText.basis(one.others())),
                        Stream.of(one.model(), one.others())
                                .flatMap(figures -> ParticipantOrder.COLUMNS.stream()
                                        .map(measure -> Numbers.coefficient(measure.of(figures))))
                                .toList()))
                .toList();
    }
}
