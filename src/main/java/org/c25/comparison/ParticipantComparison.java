package org.c25.comparison;

/**
 * The comparison of a model with one participant.
 *
 * @param slot the participant's slot
 * @param model the model, held against the participant
 * @param others the participant, held against all other participants, on the images of which the model speaks
 * @param modelAndOthers the model, held against the same others on the same images
 */
public record ParticipantComparison(
        int slot, ComparisonFigures model, ComparisonFigures others, ComparisonFigures modelAndOthers) {

    public static ParticipantComparison of(ParticipantReference reference, int slot, RaterSeries model) {
        RaterSeries participant = reference.of(slot);
        RaterSeries others = reference.without(slot);
        return new ParticipantComparison(
                slot,
                ComparisonFigures.of(participant, model),
                ComparisonFigures.of(others, participant.where(model)),
                ComparisonFigures.of(others, model.where(participant)));
    }

    /** Whether the figures of both are defined, so that one can be better. */
    public boolean isComparable(ComparisonMeasure measure) {
        return !Double.isNaN(measure.of(others)) && !Double.isNaN(measure.of(modelAndOthers));
    }

    /** Whether the model comes nearer to the others than the participant does. */
    public boolean isModelBetter(ComparisonMeasure measure) {
        return measure.isBetter(modelAndOthers, others);
    }
}
