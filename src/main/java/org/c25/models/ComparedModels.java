package org.c25.models;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.ModelComparison;
import org.c25.comparison.NoiseCeiling;
import org.c25.comparison.ParticipantRange;
import org.c25.comparison.ParticipantReference;
import org.c25.comparison.RaterSeries;
import org.c25.comparison.SideBySide;
import org.c25.predictions.ModelPredictions;
import org.c25.predictions.ModelView;
import org.c25.results.Results;

/**
 * Several models side by side, all on the images of which every one of them speaks.
 *
 * @param results the results that the models are held against
 * @param heldOut whether images are left out on which any of them was trained
 * @param lines the models, by name
 * @param pairs each two of them, by their numbers in the lines
 * @param draws how often the images were drawn for the intervals
 */
record ComparedModels(Results results, boolean heldOut, List<Line> lines, List<SideBySide.Pair> pairs, int draws) {

    /**
     * One model.
     *
     * @param predicted of how many of the selected images it speaks, held out or not
     * @param trainedOn on how many of them it was trained
     * @param figures its figures against all participants, with their intervals
     * @param beside the same model beside each participant
     */
    record Line(ModelView model, int predicted, int trainedOn, SideBySide.Line figures, ModelComparison beside) {}

    /** A model and what it says. */
    record Said(ModelView model, ModelPredictions predictions) {}

    static ComparedModels of(Results results, List<Said> models, boolean heldOut) {
        RaterSeries everybody = ParticipantReference.of(results.ratings()).everybody();
        List<RaterSeries> said = models.stream()
                .map(model -> model.predictions().of(results, heldOut))
                .toList();
        List<RaterSeries> alike = SideBySide.alike(everybody, said);
        SideBySide sideBySide = SideBySide.of(everybody, alike, Results.SEED);
        return new ComparedModels(
                results,
                heldOut,
                IntStream.range(0, models.size())
                        .mapToObj(i -> new Line(
                                models.get(i).model(),
                                models.get(i).predictions().of(results, false).answered(),
                                models.get(i).predictions().trainedOn(results),
                                sideBySide.models().get(i),
                                ModelComparison.of(results.ratings(), alike.get(i))))
                        .toList(),
                sideBySide.pairs(),
                sideBySide.draws());
    }

    /** Returns the range in which the participants lie, each against the others, on the same images as the models. */
    ParticipantRange range(ComparisonMeasure measure) {
        return lines.get(0).beside().range(measure);
    }

    /** Returns the ceilings, which are the same for every model, since all are on the same images. */
    NoiseCeiling ceiling(ComparisonMeasure measure) {
        return lines.get(0).beside().ceiling(measure);
    }

    /** Whether it is known of each on which images it was trained. */
    boolean canHoldOut() {
        return lines.stream().allMatch(line -> line.model().hasSplit());
    }
}
