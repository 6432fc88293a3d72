package org.c25.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.CsvLine;
import org.c25.crowd.Convergence;
import org.c25.crowd.LabelModel;
import org.c25.crowd.OrdinalModel;
import org.c25.ratermodels.LabelFit;
import org.c25.ratermodels.ModelFits;
import org.c25.ratermodels.RaterModels;
import org.c25.ratermodels.ScaleFit;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files that the models of raters make: soft labels, locations, the figures of the raters, and calibration. Large
 * sets have none ({@link RaterModels#areFor}).
 */
@Component
class RaterModelFiles {

    private static final List<Dimension> SCALES = List.of(Dimension.VALENCE, Dimension.AROUSAL);

    private final RaterModels models;
    private final Sets sets;

    RaterModelFiles(RaterModels models, Sets sets) {
        this.models = models;
        this.sets = sets;
    }

    List<SetFile> of(SetView set) {
        List<SetFile> files = new ArrayList<>();
        if (!RaterModels.areFor(set)) {
            return files;
        }
        String ending = SetFile.ending(set);
        for (LabelModel model : LabelModel.all()) {
            if (model != LabelModel.VOTE_SHARES) { // These have a file of their own.
                files.add(new SetFile(
                        "soft-labels-" + model.key() + ending,
                        "of each image the probability of each expression, by a model of raters: " + model.title(),
                        labelColumns(),
                        true,
                        out -> writeLabels(models.ofAll(set).labels(model), sets.items(set.id()), new CsvLine(out))));
            }
        }
        for (Dimension scale : SCALES) {
            files.add(new SetFile(
                    "locations-" + scale.field() + ending,
                    "of each image where it is on the scale, by an ordinal model of raters: " + scale.field(),
                    locationColumns(),
                    true,
                    out -> writeLocations(models.ofAll(set).scale(scale), sets.items(set.id()), new CsvLine(out))));
        }
        files.add(new SetFile(
                "raters" + ending,
                "what each model says of each participant: reliability, confusions; bias, use of the scale and noise",
                RaterModelRows.raterColumns(),
                true,
                out -> RaterModelRows.writeRaters(models.ofAll(set), new CsvLine(out))));
        files.add(new SetFile(
                "calibration" + ending,
                "how well the soft labels of each model foretell answers that they were not made of",
                RaterModelRows.calibrationColumns(),
                true,
                out -> RaterModelRows.writeCalibration(models.ofAll(set), new CsvLine(out))));
        return files;
    }

    private static List<Column> labelColumns() {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        columns.add(Column.whole("answers", "how many chose an expression"));
        columns.add(Column.whole("label", "the code of the likeliest expression, the smallest on a tie"));
        for (Expression expression : Expression.all()) {
            columns.add(Column.number(expression.english(), "its probability, 0 … 1"));
        }
        return columns;
    }

    private static void writeLabels(LabelFit fit, List<Item> items, CsvLine line) throws IOException {
        for (int image = 0; image < items.size(); image++) {
            int label = fit.estimate().labels().label(image).orElse(-1);
            line.add(items.get(image).index())
                    .add(items.get(image).filename())
                    .add(fit.votes().get(image).answers())
                    .add(label < 0 ? null : (Object) label);
            for (double probability : fit.estimate().labels().probabilities()[image]) {
                line.add(probability);
            }
            line.end();
        }
    }

    private static List<Column> locationColumns() {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        columns.add(Column.whole("answers", "how many chose a step"));
        columns.add(Column.number("mean", "the mean of their answers, −1 … 1"));
        columns.add(
                Column.number(
                        "location",
                        "where the average rater feels it, −1 … 1 and somewhat beyond; empty where raters have no scale in common"));
        columns.add(Column.number("low", "the lower bound of its interval of 95 %"));
        columns.add(Column.number("high", "the upper bound"));
        columns.add(Column.number("expected", "the mean answer to expect of the average rater, −1 … 1"));
        return columns;
    }

    private static void writeLocations(ScaleFit fit, List<Item> items, CsvLine line) throws IOException {
        for (int image = 0; image < items.size(); image++) {
            OrdinalModel.Image place = fit.model().images().get(image);
            line.add(items.get(image).index())
                    .add(items.get(image).filename())
                    .add(fit.votes().get(image).answers())
                    .add(fit.mean(image))
                    .add(place.location())
                    .add(place.least())
                    .add(place.greatest())
                    .add(place.answer())
                    .end();
        }
    }

    /**
     * A model in a line of {@code results.json}.
     *
     * @param converged null, as iterations and objective, if the model has nothing to iterate
     * @param differing the images whose label, or nearest step, is not the majority
     * @param undefined why the ordinal model can tell nothing; null if it can
     * @param files the files that have more
     */
    record Summary(
            String model,
            String dimension,
            @Nullable Boolean converged,
            @Nullable Integer iterations,
            @Nullable Double objective,
            int differing,
            @Nullable String undefined,
            List<String> files) {

        static Summary of(
                String model,
                Dimension dimension,
                @Nullable Convergence ended,
                int differing,
                String why,
                List<String> files) {
            String undefined = why.isEmpty() ? null : why;
            return ended == null || ended.iterations() == 0
                    ? new Summary(model, dimension.field(), null, null, null, differing, undefined, files)
                    : new Summary(
                            model,
                            dimension.field(),
                            ended.converged(),
                            ended.iterations(),
                            ended.objective(),
                            differing,
                            undefined,
                            files);
        }
    }

    /** Returns every model in short, for {@code results.json}. It needs a transaction that shows one moment. */
    Map<String, Object> summaries(SetView set) {
        if (!RaterModels.areFor(set)) {
            return Map.of();
        }
        ModelFits fits = models.ofAll(set);
        String ending = SetFile.ending(set);
        List<Summary> all = new ArrayList<>();
        for (LabelModel model : LabelModel.all()) {
            LabelFit fit = fits.labels(model);
            String labels = "soft-labels" + (model == LabelModel.VOTE_SHARES ? "" : "-" + model.key()) + ending;
            all.add(Summary.of(
                    model.key(),
                    Dimension.EXPRESSION,
                    fit.estimate().convergence(),
                    fit.differing().size(),
                    "",
                    List.of(labels, "raters" + ending, "calibration" + ending)));
        }
        for (Dimension scale : SCALES) {
            ScaleFit fit = fits.scale(scale);
            all.add(Summary.of(
                    "ordinal-" + scale.field(),
                    scale,
                    fit.model().convergence(),
                    fit.differing().size(),
                    fit.model().why(),
                    List.of("locations-" + scale.field() + ending, "raters" + ending)));
        }
        return Map.of("raterModels", all);
    }
}
