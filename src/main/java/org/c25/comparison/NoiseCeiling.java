package org.c25.comparison;

import java.util.List;
import org.c25.agreement.Basis;

/**
 * The noise ceiling of one measure: how far anybody could come who tells what a single person says. People differ, so
 * nobody can be right about all of them.
 *
 * <p>The person is held against the majority vote, or the mean, of the other people (lower), and of all people, with
 * that person among them (upper). Each figure is the mean over the people. A model that knows no more than people know
 * together lies below the upper one; one above the lower one says of a person as much as the others do. Every measure
 * is symmetric: the lower ceiling is at the same time what a left-out person reaches, held against the others.
 *
 * <p>For the accuracy the upper ceiling is the most that anything can reach where all have answered all images, since
 * the majority vote of an image is right about the most people. For other measures it is what the mean or the majority
 * reaches.
 *
 * <p>H. Nili, C. Wingfield, A. Walther, L. Su, W. Marslen-Wilson and N. Kriegeskorte, A Toolbox for Representational
 * Similarity Analysis, PLoS Computational Biology 10(4), 2014, e1003553.
 *
 * @param model the mean over the people of the model's figure, each person being the reference
 * @param lower the same of the majority or the mean of the others
 * @param upper the same of the majority or the mean of all
 * @param people over how many people the means go: those for whom all three are defined and who rated enough
 */
public record NoiseCeiling(double model, double lower, double upper, int people) {

    /**
     * How well three raters tell what one participant says, all on the same images: those that the participant, somebody
     * else and the model have rated.
     */
    record Tellers(ComparisonFigures model, ComparisonFigures others, ComparisonFigures all) {

        static Tellers of(ParticipantReference reference, RaterSeries everybody, int slot, RaterSeries model) {
            RaterSeries others = reference.without(slot);
            RaterSeries participant = reference.of(slot).where(others).where(model);
            return new Tellers(
                    ComparisonFigures.of(participant, model),
                    ComparisonFigures.of(participant, others),
                    ComparisonFigures.of(participant, everybody));
        }
    }

    /**
     * Returns the ceiling.
     *
     * @param images how many images there are to rate
     */
    static NoiseCeiling of(ComparisonMeasure measure, List<Tellers> tellers, int images) {
        double model = 0;
        double lower = 0;
        double upper = 0;
        int people = 0;
        for (Tellers one : tellers) {
            double ofModel = measure.of(one.model());
            double ofOthers = measure.of(one.others());
            double ofAll = measure.of(one.all());
            if (Basis.isEnough(measure.images(one.model()), images) && !Double.isNaN(ofModel + ofOthers + ofAll)) {
                model += ofModel;
                lower += ofOthers;
                upper += ofAll;
                people++;
            }
        }
        // 0 / 0 is NaN: nobody could be counted.
        return new NoiseCeiling(model / people, lower / people, upper / people, people);
    }

    /** Where a model lies. */
    public enum Place {
        /** Something is undefined. */
        UNKNOWN,
        /** It tells less of a person than the others do. */
        BELOW,
        /** It tells at least as much as the others, and not more than all. */
        WITHIN,
        /** It tells more than all together. */
        ABOVE
    }

    /**
     * Returns where the model lies.
     *
     * @param measure the measure whose ceiling it is
     */
    public Place place(ComparisonMeasure measure) {
        if (people == 0) {
            return Place.UNKNOWN;
        }
        double sign = measure.isHigherBetter() ? 1 : -1;
        return sign * (model - lower) < 0 ? Place.BELOW : sign * (model - upper) > 0 ? Place.ABOVE : Place.WITHIN;
    }
}
