package org.c25.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.c25.agreement.Basis;
import org.c25.ratings.Ratings;

/**
 * A model held against participants, in the way AffectNet's authors hold models against its labels
 * (Mollahosseini, Hasani and Mahoor 2019).
 *
 * @param images how many images are looked at
 * @param predicted of how many of them the model says anything
 * @param together the model against the majority vote of the expressions and the means of valence and arousal
 * @param majority the model against the expressions and steps with the most votes
 * @param people the comparison with each participant, by slot
 * @param tellers how well the model, the others and all tell what each participant says, by slot
 */
public record ModelComparison(
        int images,
        int predicted,
        ComparisonFigures together,
        ComparisonFigures majority,
        List<ParticipantComparison> people,
        List<NoiseCeiling.Tellers> tellers) {

    /**
     * Compares a model with participants.
     *
     * @param model what the model says of the same images
     */
    public static ModelComparison of(Ratings ratings, RaterSeries model) {
        ParticipantReference reference = ParticipantReference.of(ratings);
        RaterSeries everybody = reference.everybody();
        return new ModelComparison(
                reference.images(),
                model.answered(),
                ComparisonFigures.of(everybody, model),
                ComparisonFigures.of(reference.majority(), model),
                reference.slots().stream()
                        .map(slot -> ParticipantComparison.of(reference, slot, model))
                        .toList(),
                reference.slots().stream()
                        .map(slot -> NoiseCeiling.Tellers.of(reference, everybody, slot, model))
                        .toList());
    }

    /**
     * Counts the participants who can be compared with the model by a measure; those who rated too few images can't.
     */
    public int comparable(ComparisonMeasure measure) {
        return (int) enough(measure).filter(one -> one.isComparable(measure)).count();
    }

    /** Counts the participants than whom the model is better. */
    public int better(ComparisonMeasure measure) {
        return (int) enough(measure).filter(one -> one.isModelBetter(measure)).count();
    }

    private Stream<ParticipantComparison> enough(ComparisonMeasure measure) {
        return people.stream().filter(one -> Basis.isEnough(measure.images(one.others()), measure.images(together)));
    }

    /**
     * Returns the range in which the participants lie, each against the others, on the images of which the model
     * speaks.
     */
    public ParticipantRange range(ComparisonMeasure measure) {
        return ParticipantRange.of(
                measure, people.stream().map(ParticipantComparison::others).toList(), measure.images(together));
    }

    /** Returns how far anybody could come in telling what a single participant says, on the same images. */
    public NoiseCeiling ceiling(ComparisonMeasure measure) {
        return NoiseCeiling.of(measure, tellers, measure.images(together));
    }
}
