package org.c25.models;

import java.util.List;
import java.util.stream.Stream;
import org.c25.agreement.Basis;
import org.c25.results.Results;

/**
 * A model held against the participants of some results, in the way AffectNet's authors hold models against its labels
 * (Mollahosseini, Hasani and Mahoor 2019).
 *
 * @param images how many images are looked at
 * @param predicted of how many of them the model says anything
 * @param together the model against the majority vote of the expressions and the means of valence and arousal
 * @param majority the model against the expressions and steps with the most votes
 * @param people the comparison with each participant, by slot
 */
record ModelComparison(
        int images,
        int predicted,
        ComparisonFigures together,
        ComparisonFigures majority,
        List<ParticipantComparison> people) {

    /**
     * Compares a model with participants.
     *
     * @param predictions what the model says, by position in the set
     */
    static ModelComparison of(Results results, RaterSeries predictions) {
        ParticipantReference reference = ParticipantReference.of(results);
        RaterSeries model = predictions.at(reference.images(), results::position);
        return new ModelComparison(
                reference.images(),
                model.answered(),
                ComparisonFigures.of(reference.everybody(), model),
                ComparisonFigures.of(reference.majority(), model),
                reference.slots().stream()
                        .map(slot -> ParticipantComparison.of(reference, slot, model))
                        .toList());
    }

    /**
     * Counts the participants who can be compared with the model by a measure; those who rated too few images can't.
     */
    int comparable(ComparisonMeasure measure) {
        return (int) enough(measure).filter(one -> one.isComparable(measure)).count();
    }

    /** Counts the participants than whom the model is better. */
    int better(ComparisonMeasure measure) {
        return (int) enough(measure).filter(one -> one.isModelBetter(measure)).count();
    }

    private Stream<ParticipantComparison> enough(ComparisonMeasure measure) {
        return people.stream().filter(one -> Basis.isEnough(measure.images(one.others()), measure.images(together)));
    }

    /**
     * Returns the range in which the participants lie, each against the others, on the images of which the model
     * speaks.
     */
    ParticipantRange range(ComparisonMeasure measure) {
        return ParticipantRange.of(
                measure, people.stream().map(ParticipantComparison::others).toList(), measure.images(together));
    }
}
