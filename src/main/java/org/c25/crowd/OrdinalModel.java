package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each image is on a scale, and how each rater uses the scale: a cumulative link model. A rater feels
 *
 * <p>bias + scale · location + noise
 *
 * <p>and gives the step nearest to it. The noise is logistic, the locations are drawn from one normal distribution, and
 * raters err independently. EM seeks the greatest likelihood of raters' parameters, with the locations summed out on a
 * grid; a weak prior ({@link UsualRater}) keeps those finite who always give the same step.
 *
 * <p>Locations could all be moved or stretched if the raters' parameters made up for it. So what counts is this: the
 * mean bias of the raters is 0 and their mean scale 1. A location is what the average rater feels, in the units of the
 * scale, −1 … 1; it may lie somewhat beyond. Biases and scales are those against the other raters of these answers, not
 * against any truth. Where the raters have no scale in common, because they answer unlike each other or some the other way
 * round, the mean scale is about 0 and there is no average rater: then all is undefined.
 *
 * <p>P. McCullagh, Regression Models for Ordinal Data, Journal of the Royal Statistical Society B 42(2), 1980, 109–142;
 * V. E. Johnson, On Bayesian Analysis of Multirater Ordinal Data, Journal of the American Statistical Association
 * 91(433), 1996, 42–51.
 *
 * @param images in the order of the set
 * @param raters in the order of their slots
 * @param why why all figures are undefined, in a sentence; empty if they are not
 */
public record OrdinalModel(List<Image> images, List<Rater> raters, Convergence convergence, String why) {

    /** The least mean scale, as a part of the root of the mean square of the scales. With fewer, more than one in three
     * raters of the same strength would answer the other way round. */
    private static final double LEAST_IN_COMMON = 0.35;

    /** How many standard errors above 0 the scales must be. Places are made to fit the answers, so 2 come by chance. */
    private static final double SURE = 3;

    private static final String NOTHING_IN_COMMON =
            "The raters have no use of the scale in common: their answers do not go up and down together, some take the scale"
                    + " the other way round, or these answers are too few to tell. So there is no average rater to hold them"
                    + " against, and nothing is said of bias, scale or location.";
    private static final String ONE_STEP =
            "All answers are one and the same step, which tells nothing of how anybody uses the scale.";
    private static final String TOO_FEW = "Fewer than two raters have answered.";

    /** The standard deviation of the standard logistic distribution. */
    private static final double DEVIATION = Math.PI / Math.sqrt(3);

    /**
     * The estimate of one image; all NaN where nobody answered. The interval takes the raters' parameters for known.
     *
     * @param location where it is, −1 … 1 and somewhat beyond
     * @param least the lower bound of the location's 95 % interval
     * @param greatest the upper bound
     * @param answer the mean answer to expect of a rater with bias 0, scale 1 and the median noise, −1 … 1
     */
    public record Image(double location, double least, double greatest, double answer) {

        private static final Image NONE = new Image(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * The estimate of one rater.
     *
     * @param slot the slot of the rater, or the rater's number where the answers came without slots
     * @param answers how many answers the rater gave
     * @param bias how much higher than the average rater they feel about an image at 0, in units of the scale
     * @param scale how much of the scale they use: above 1 more than the average rater, below 1 less, negative against it
     * @param noise the standard deviation of their noise, in units of the scale
     */
    public record Rater(int slot, int answers, Parameter bias, Parameter scale, Parameter noise) {}

    /**
     * One parameter of a rater.
     *
     * @param standardError from what the answers tell of this rater; the mean bias and scale of all are taken for known
     */
    public record Parameter(double estimate, double standardError) {

        private static final double Z = 1.959963984540054;

        private static final Parameter NONE = new Parameter(Double.NaN, Double.NaN);

        /** Returns the lower bound of the 95 % interval. */
        public double low() {
            return estimate - Z * standardError;
        }

        /** Returns the upper bound of the 95 % interval. */
        public double high() {
            return estimate + Z * standardError;
        }
    }

    /**
     * Estimates the model; the steps count from 0, lowest first. Without two raters, and without a use of the scale that
     * they have in common, all figures are NaN.
     */
    public static OrdinalModel of(CrowdAnswers answers) {
        int[] given = answers.perRater();
        int[] heard = IntStream.range(0, given.length)
                .filter(rater -> given[rater] > 0)
                .toArray();
        boolean few = heard.length < 2;
        if (few
                || IntStream.range(0, answers.size())
                                .map(answers::category)
                                .distinct()
                                .count()
                        < 2) {
            return undefined(answers, heard, new Convergence(List.of(0.0), true), few ? TOO_FEW : ONE_STEP);
        }
        OrdinalEm em = new OrdinalEm(answers);
        Convergence convergence = Convergence.climb(em::iterate);
        double[] scales = Arrays.stream(heard)
                .mapToDouble(rater -> em.rater(rater).v() / em.rater(rater).s())
                .toArray();
        double unit = mean(scales);
        double[] errors = Arrays.stream(heard)
                .mapToDouble(rater -> errorOfScale(em, rater))
                .toArray();
        if (!isInCommon(scales, errors)) {
            return undefined(answers, heard, convergence, NOTHING_IN_COMMON);
        }
        double origin = mean(Arrays.stream(heard)
                .mapToDouble(rater -> em.rater(rater).u() / em.rater(rater).s())
                .toArray());
        double[] s = Arrays.stream(heard)
                .mapToDouble(rater -> em.rater(rater).s())
                .sorted()
                .toArray();
        double median = s[s.length / 2];
        CumulativeLogit average = new CumulativeLogit(median, median * origin, median * unit);
        return new OrdinalModel(
                IntStream.range(0, answers.images())
                        .mapToObj(image -> em.isAnswered(image)
                                ? image(em.weights(image), origin, unit, average, answers.categories())
                                : Image.NONE)
                        .toList(),
                Arrays.stream(heard)
                        .mapToObj(rater -> rater(em, rater, answers.slot(rater), given[rater], origin, unit))
                        .toList(),
                convergence,
                "");
    }

    private static OrdinalModel undefined(CrowdAnswers answers, int[] heard, Convergence convergence, String why) {
        int[] given = answers.perRater();
        return new OrdinalModel(
                IntStream.range(0, answers.images())
                        .mapToObj(image -> Image.NONE)
                        .toList(),
                Arrays.stream(heard)
                        .mapToObj(rater -> new Rater(
                                answers.slot(rater), given[rater], Parameter.NONE, Parameter.NONE, Parameter.NONE))
                        .toList(),
                convergence,
                why);
    }

    /**
     * Whether the raters have a use of the scale in common: their scales are above 0 beyond their errors, weighed by these,
     * and their mean is no remainder of scales that go either way.
     *
     * @param errors of the scales
     */
    private static boolean isInCommon(double[] scales, double[] errors) {
        double weights = 0;
        double weighted = 0;
        double squares = 0;
        for (int rater = 0; rater < scales.length; rater++) {
            double weight = 1 / (errors[rater] * errors[rater]);
            weights += weight;
            weighted += weight * scales[rater];
            squares += scales[rater] * scales[rater];
        }
        return weighted > SURE * Math.sqrt(weights)
                && mean(scales) > LEAST_IN_COMMON * Math.sqrt(squares / scales.length);
    }

    private static double errorOfScale(OrdinalEm em, int rater) {
        CumulativeLogit own = em.rater(rater);
        return Math.sqrt(new Cholesky(em.information(rater))
                .variance(new double[] {-own.v() / own.s() / own.s(), 0, 1 / own.s()}));
    }

    /** Returns the slots of those whose scale is surely below 0: they take it the other way round. */
    public List<Integer> turnedRound() {
        return raters.stream()
                .filter(rater -> rater.scale().high() < 0)
                .map(Rater::slot)
                .toList();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static Image image(double[] weights, double origin, double unit, CumulativeLogit average, int steps) {
        double answer = 0;
        for (int place = 0; place < weights.length; place++) {
            double[] logs = average.logs(Places.at(place), steps);
            for (int step = 0; step < steps; step++) {
                answer += weights[place] * StrictMath.exp(logs[step]) * CumulativeLogit.value(step, steps);
            }
        }
        double one = origin + unit * Places.quantile(weights, 0.025);
        double other = origin + unit * Places.quantile(weights, 0.975);
        return new Image(origin + unit * Places.mean(weights), Math.min(one, other), Math.max(one, other), answer);
    }

    private static Rater rater(OrdinalEm em, int rater, int slot, int given, double origin, double unit) {
        CumulativeLogit own = em.rater(rater);
        double s = own.s();
        double scale = own.v() / s / unit;
        double bias = own.u() / s - scale * origin;
        double noise = DEVIATION / s;
        Cholesky information = new Cholesky(em.information(rater));
        return new Rater(
                slot,
                given,
                parameter(information, bias, -bias / s, 1 / s, -origin / unit / s),
                parameter(information, scale, -scale / s, 0, 1 / s / unit),
                parameter(information, noise, -noise / s, 0, 0));
    }

    private static Parameter parameter(Cholesky information, double estimate, double... gradient) {
        return new Parameter(estimate, Math.sqrt(information.variance(gradient)));
    }
}
