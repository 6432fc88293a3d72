package org.c25.ratermodels;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Step;
import org.c25.agreement.ImageVotes;
import org.c25.crowd.CrowdAnswers;
import org.c25.crowd.OrdinalModel;
import org.c25.ratings.Ratings;

/**
 * What the ordinal model says of valence or arousal in a set.
 *
 * @param votes of each image, in the order of the ratings
 * @param differing the images, counted from 0, whose location is nearest to another step than the majority
 */
public record ScaleFit(Dimension dimension, OrdinalModel model, List<ImageVotes> votes, List<Integer> differing) {

    private static final double PER_UNIT = 4;

    static ScaleFit of(Dimension dimension, Ratings ratings) {
        CrowdAnswers answers = CrowdAnswers.of(ratings, dimension);
        OrdinalModel model = OrdinalModel.of(answers);
        List<ImageVotes> votes = answers.votes();
        List<Integer> differing = IntStream.range(0, votes.size())
                .filter(image -> !Double.isNaN(model.images().get(image).location()))
                .filter(image -> nearest(model.images().get(image).location())
                        != votes.get(image).majority().orElseThrow())
                .boxed()
                .toList();
        return new ScaleFit(dimension, model, votes, differing);
    }

    /** Returns the step that is nearest to a place on −1 … 1, counted from 0. */
    private static long nearest(double location) {
        long step = Math.round(PER_UNIT * location) + Step.MIDDLE - Step.LEAST;
        return Math.max(0, Math.min(Step.GREATEST - Step.LEAST, step));
    }

    /** Returns the value −1 … 1 of a step that counts from 0. */
    public static double value(int step) {
        return (step + Step.LEAST - Step.MIDDLE) / PER_UNIT;
    }

    /** Returns the mean answer for an image, −1 … 1; NaN where nobody answered. */
    public double mean(int image) {
        ImageVotes all = votes.get(image);
        double sum = IntStream.range(0, Step.GREATEST)
                .mapToDouble(step -> all.votes(step) * value(step))
                .sum();
        return sum / all.answers();
    }
}
