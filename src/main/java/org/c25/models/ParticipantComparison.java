package org.c25.models;

/**
 * A model and one participant.
 *
 * @param slot the participant's
 * @param model the model, held against the participant
 * @param others the participant, held against all other participants, on the images of which the model speaks
 * @param modelAndOthers the model, held against the same others on the same images
 */
record ParticipantComparison(int slot, Figures model, Figures others, Figures modelAndOthers) {

    static ParticipantComparison of(Crowd crowd, int slot, Series model) {
        Series participant = crowd.of(slot);
        Series others = crowd.without(slot);
        return new ParticipantComparison(
                slot,
                Figures.of(participant, model),
                Figures.of(others, participant.where(model)),
                Figures.of(others, model.where(participant)));
    }

    /** Whether both are defined, so that one can be better. */
    boolean isComparable(Measure measure) {
        return !Double.isNaN(measure.of(others)) && !Double.isNaN(measure.of(modelAndOthers));
    }

    /** Whether the model comes nearer to the others than the participant does. */
    boolean isModelBetter(Measure measure) {
        return measure.isBetter(modelAndOthers, others);
    }
}
