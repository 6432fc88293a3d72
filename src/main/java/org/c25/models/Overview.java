package org.c25.models;

import java.util.List;
import java.util.function.Function;
import org.c25.agreement.Results;

/**
 * The models of a set, each against all participants of some results, beside each participant against the others.
 *
 * @param people each participant against the others, on all images
 */
record Overview(Results results, List<Line> models, List<Figures> people) {

    /** @param predicted of how many of the images that are looked at the model says anything */
    record Line(ModelView model, int predicted, Figures together) {}

    /** @param predictions of a model, by position in the set */
    static Overview of(Results results, List<ModelView> models, Function<ModelView, Series> predictions) {
        Crowd crowd = Crowd.of(results);
        Series everybody = crowd.everybody();
        List<Line> lines = models.stream()
                .map(model -> {
                    Series said = predictions.apply(model).at(crowd.images(), results::position);
                    return new Line(model, said.answered(), Figures.of(everybody, said));
                })
                .toList();
        return new Overview(
                results,
                lines,
                crowd.slots().stream()
                        .map(slot -> Figures.of(crowd.without(slot), crowd.of(slot)))
                        .toList());
    }

    int images() {
        return results.ratings().images();
    }

    Range range(Measure measure) {
        return Range.of(measure, people, images());
    }
}
