package org.c25.models;

import java.util.List;
import java.util.function.Function;
import org.c25.comparison.ComparisonFigures;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.ParticipantRange;
import org.c25.comparison.ParticipantReference;
import org.c25.comparison.RaterSeries;
import org.c25.predictions.ModelPredictions;
import org.c25.predictions.ModelView;
import org.c25.results.Results;

/**
 * The models of a set, each against all participants of some results, beside each participant against the others.
 *
 * @param people each participant against the others, on all images
 */
record ModelsOverview(Results results, List<Line> models, List<ComparisonFigures> people) {

    /**
     * A model's line.
     *
     * @param predicted of how many of the images that are looked at the model says anything
     * @param trainedOn on how many of them it was trained, as its card says
     */
    record Line(ModelView model, int predicted, int trainedOn, ComparisonFigures together) {}

    /**
     * Compares all models.
     *
     * @param predictions gives a model's predictions, by position in the set
     */
    static ModelsOverview of(
            Results results, List<ModelView> models, Function<ModelView, ModelPredictions> predictions) {
        ParticipantReference reference = ParticipantReference.of(results.ratings());
        RaterSeries everybody = reference.everybody();
        List<Line> lines = models.stream()
                .map(model -> {
                    ModelPredictions all = predictions.apply(model);
                    RaterSeries said = all.of(results, false);
                    return new Line(
                            model, said.answered(), all.trainedOn(results), ComparisonFigures.of(everybody, said));
                })
                .toList();
        return new ModelsOverview(
                results,
                lines,
                reference.slots().stream()
                        .map(slot -> ComparisonFigures.of(reference.without(slot), reference.of(slot)))
                        .toList());
    }

    int images() {
        return results.ratings().images();
    }

    ParticipantRange range(ComparisonMeasure measure) {
        return ParticipantRange.of(measure, people, images());
    }
}
