package org.c25.models;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.crowd.Calibration;
import org.c25.crowd.Foretold;
import org.c25.crowd.ReliabilityCurve;
import org.c25.crowd.SoftLabels;
import org.c25.predictions.ImagePrediction;
import org.c25.predictions.ModelPredictions;
import org.c25.ratings.Ratings;
import org.c25.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * How well the class scores of a model foretell what each participant answers: the same figures as those of the soft labels of
 * models of raters.
 *
 * @param figures NaN, all of them, unless the state is {@link State#KNOWN}
 * @param curve how often it is right where it is so sure
 */
record ModelCalibration(State state, Calibration figures, ReliabilityCurve curve) {

    /** More answers would keep whoever looks at the page waiting. */
    static final long MOST_ANSWERS = 500_000;

    private static final double TOLERANCE = 0.01;

    /** Whether there are figures, and if not, why. */
    enum State {
        KNOWN,
        /** The file has no scores, or nobody has answered where it has. */
        NO_SCORES,
        /** Of some image the scores are no probabilities: below 0, above 1, or with another sum than 1. */
        NO_PROBABILITIES,
        TOO_MANY_ANSWERS
    }

    /** @param heldOut whether only those images count on which the model was not trained */
    static ModelCalibration of(Results results, ModelPredictions predictions, boolean heldOut) {
        Ratings ratings = results.ratings();
        if ((long) ratings.images() * ratings.slots() > MOST_ANSWERS) {
            return without(State.TOO_MANY_ANSWERS);
        }
        double[][] labels = new double[predictions.images()][];
        for (ImagePrediction one : predictions.each()) {
            if (!one.scores().isEmpty() && !(heldOut && one.trainedOn())) {
                double[] label = label(one.scores());
                if (!isProbability(label)) {
                    return without(State.NO_PROBABILITIES);
                }
                labels[one.item().position()] = label;
            }
        }
        Foretold foretold = foretold(ratings, image -> labels[results.position(image)]);
        Calibration figures = Calibration.of(foretold);
        return figures.answers() == 0
                ? without(State.NO_SCORES)
                : new ModelCalibration(State.KNOWN, figures, ReliabilityCurve.of(foretold));
    }

    private static ModelCalibration without(State why) {
        Foretold nothing = new Foretold();
        return new ModelCalibration(why, Calibration.of(nothing), ReliabilityCurve.of(nothing));
    }

    /** Returns a score for each expression by its code; 0 for one for which the model has no class. */
    private static double[] label(Map<Expression, Double> scores) {
        double[] label = new double[Expression.all().size()];
        scores.forEach((expression, score) -> label[expression.code()] = score);
        return label;
    }

    private static boolean isProbability(double[] label) {
        return Arrays.stream(label).allMatch(one -> one >= 0 && one <= 1)
                && Math.abs(Arrays.stream(label).sum() - 1) <= TOLERANCE;
    }

    private interface Labels {

        double @Nullable [] of(int image);
    }

    private static Foretold foretold(Ratings ratings, Labels labels) {
        Foretold foretold = new Foretold();
        for (int image = 0; image < ratings.images(); image++) {
            double[] label = labels.of(image);
            if (label != null) {
                SoftLabels one = new SoftLabels(new double[][] {label});
                for (int slot = 0; slot < ratings.slots(); slot++) {
                    int answer = ratings.get(Dimension.EXPRESSION, image, slot);
                    if (answer != Ratings.NONE) {
                        foretold.add(one, 0, answer);
                    }
                }
            }
        }
        return foretold;
    }

    /** Returns the bins of the curve in which there are answers. */
    List<ReliabilityCurve.Bin> bins() {
        return curve.bins().stream().filter(bin -> bin.answers() > 0).toList();
    }
}
