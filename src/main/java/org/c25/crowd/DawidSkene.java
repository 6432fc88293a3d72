package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.ImageVotes;
import org.c25.ratings.Ratings;

/**
 * An estimate of what each image shows and of how each rater answers, made together from the answers alone: the
 * likelier a rater is right, the more their answers count.
 *
 * <p>Each image has one true category, drawn with probabilities p (the priors). A rater who sees category j answers l
 * with a probability of their own, π<sub>jl</sub> (the confusion matrix), independently of what the others answer. The
 * EM algorithm seeks the maximum of the likelihood. It starts from the vote shares and does not smooth. It ends when no
 * posterior of any image changes by more than {@value #TOLERANCE}, or after {@value #MOST} iterations.
 *
 * <p>A. P. Dawid and A. M. Skene, Maximum Likelihood Estimation of Observer Error-Rates Using the EM Algorithm, Applied
 * Statistics 28(1), 1979, 20–28.
 *
 * @param priors the probability of each category, together 1; NaN where there is no answer at all
 * @param images the estimates of the images, in the order of the set
 * @param raters the raters, who gave at least one of these answers, in the order of their slots
 * @param logLikelihoods the log-likelihood of the answers, in nats, after each iteration; it never falls but by
 *     rounding
 * @param converged whether the algorithm ended before the last iteration allowed; true where there is nothing to
 *     estimate
 * @param differing the positions, from 0, of the images whose label is not the majority's
 */
public record DawidSkene(
        double[] priors,
        List<Image> images,
        List<Rater> raters,
        List<Double> logLikelihoods,
        boolean converged,
        List<Integer> differing) {

    /** The most that a posterior may still change at the end. */
    public static final double TOLERANCE = 1e-6;

    /** The most iterations that are made. */
    public static final int MOST = 500;

    /**
     * The estimate of one image.
     *
     * @param posterior the probability of each category, together 1; NaN where nobody answered
     * @param label the likeliest category, the smallest on a tie; empty where nobody answered
     * @param confidence the probability of the label, 1/categories … 1; NaN where nobody answered
     */
    public record Image(double[] posterior, OptionalInt label, double confidence) {

        private static Image of(double[] posterior) {
            int best = 0;
            for (int category = 1; category < posterior.length; category++) {
                best = posterior[category] > posterior[best] ? category : best;
            }
            double confidence = posterior[best];
            return new Image(
                    posterior, Double.isNaN(confidence) ? OptionalInt.empty() : OptionalInt.of(best), confidence);
        }
    }

    /**
     * The estimate of one rater.
     *
     * @param slot the slot of the rater, or the number of the rater where the answers came without slots
     * @param answers how many answers the rater gave
     * @param confusion true category × answer: probabilities, each row together 1; a row is NaN where the rater
     *     answered no image that may be of that category
     * @param accuracy the mean posterior probability of the rater's answers, 0 … 1
     */
    public record Rater(int slot, int answers, double[][] confusion, double accuracy) {}

    /** Estimates the model from the expressions. */
    public static DawidSkene of(Ratings ratings) {
        return of(ratings, Dimension.EXPRESSION);
    }

    /**
     * Estimates the model from the answers of one dimension. The model ignores the order of the categories: to it, 0.25
     * is no nearer to 0.5 than to −1.
     */
    public static DawidSkene of(Ratings ratings, Dimension dimension) {
        Answers answers = Answers.of(ratings, dimension);
        LatentClasses.Builder given =
                new LatentClasses.Builder(answers.categories(), answers.images(), answers.raters());
        for (int rater = 0; rater < answers.raters(); rater++) {
            byte[] categories = answers.of(rater);
            for (int image = 0; image < categories.length; image++) {
                if (categories[image] >= 0) {
                    given.add(image, rater, categories[image]);
                }
            }
        }
        return of(given.build(), answers.slots());
    }

    /**
     * Estimates the model from answers of any kind. A rater may have answered the same image several times.
     *
     * @param counts image × rater × category: how often the rater gave the image the category
     * @throws IllegalArgumentException if there is no image, or the shape is not the same everywhere
     */
    public static DawidSkene of(int[][][] counts) {
        if (counts.length == 0 || counts[0].length == 0) {
            throw new IllegalArgumentException("there is nothing to estimate without an image and a rater");
        }
        int raters = counts[0].length;
        int categories = counts[0][0].length;
        LatentClasses.Builder given = new LatentClasses.Builder(categories, counts.length, raters);
        for (int image = 0; image < counts.length; image++) {
            check(counts[image].length, raters);
            for (int rater = 0; rater < raters; rater++) {
                check(counts[image][rater].length, categories);
                for (int category = 0; category < categories; category++) {
                    for (int time = 0; time < counts[image][rater][category]; time++) {
                        given.add(image, rater, category);
                    }
                }
            }
        }
        return of(given.build(), IntStream.range(0, raters).toArray());
    }

    private static void check(int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    "image × rater × category has one shape: " + expected + ", not " + length);
        }
    }

    /**
     * Estimates the model from answers that were collected one by one.
     *
     * @param slots the slot of each rater
     */
    public static DawidSkene of(LatentClasses classes, int[] slots) {
        boolean converged = classes.estimate(TOLERANCE, MOST);
        List<Image> images = Arrays.stream(classes.posteriors()).map(Image::of).toList();
        List<ImageVotes> votes =
                Arrays.stream(classes.votes()).map(ImageVotes::new).toList();
        return new DawidSkene(
                classes.priors(),
                images,
                IntStream.range(0, slots.length)
                        .mapToObj(rater -> new Rater(
                                slots[rater],
                                classes.answers(rater),
                                classes.confusion(rater),
                                classes.accuracy(rater)))
                        .toList(),
                classes.logLikelihoods(),
                converged,
                IntStream.range(0, images.size())
                        .filter(image -> !images.get(image)
                                .label()
                                .equals(votes.get(image).majority()))
                        .boxed()
                        .toList());
    }

    /** Returns how many iterations were made. */
    public int iterations() {
        return logLikelihoods.size();
    }
}
