package org.c25.models;

import java.util.List;
import java.util.Objects;
import org.c25.affect.Dimension;
import org.c25.agreement.Estimate;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.Disattenuated;
import org.c25.comparison.ModelComparison;
import org.c25.comparison.ParticipantReference;
import org.c25.comparison.RaterSeries;
import org.c25.comparison.SideBySide;
import org.c25.predictions.ModelCard;
import org.c25.predictions.ModelPredictions;
import org.c25.predictions.ModelView;
import org.c25.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * A model beside the participants.
 *
 * @param card null if it has none
 * @param results the results that the model is held against
 * @param predictions all that it says of the set
 * @param heldOut whether it is looked at on those images alone on which it was not trained
 * @param estimates its figures with their intervals
 * @param valence the corrected correlation with the participants' mean valence
 * @param arousal the same of arousal
 * @param calibration how well its class scores foretell the participants' answers
 */
record ModelDetail(
        ModelView model,
        @Nullable ModelCard card,
        Results results,
        ModelPredictions predictions,
        boolean heldOut,
        ModelComparison comparison,
        SideBySide.Line estimates,
        Disattenuated valence,
        Disattenuated arousal,
        ModelCalibration calibration) {

    static ModelDetail of(
            ModelView model, @Nullable ModelCard card, Results results, ModelPredictions predictions, boolean heldOut) {
        RaterSeries said = predictions.of(results, heldOut);
        return new ModelDetail(
                model,
                card,
                results,
                predictions,
                heldOut,
                ModelComparison.of(results.ratings(), said),
                SideBySide.of(ParticipantReference.of(results.ratings()).everybody(), List.of(said), Results.SEED)
                        .models()
                        .get(0),
                Disattenuated.of(results.ratings(), Dimension.VALENCE, said, Results.SEED),
                Disattenuated.of(results.ratings(), Dimension.AROUSAL, said, Results.SEED),
                ModelCalibration.of(results, predictions, heldOut));
    }

    /** Returns a figure against all participants, with its interval. */
    Estimate estimate(ComparisonMeasure measure) {
        return Objects.requireNonNull(estimates.estimates().get(measure));
    }

    /** Counts the selected images of which it speaks although it was trained on them. */
    int trainedOn() {
        return predictions.trainedOn(results);
    }
}
