package org.c25.comparison;

import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Estimate;
import org.c25.agreement.Pearson;
import org.c25.ratings.Ratings;

/**
 * A correlation corrected for attenuation: what the model would reach against the mean of endlessly many such people.
 * The mean of a few people has noise of its own, which no model can tell. A model says the same each time, so its own
 * reliability is 1 and the correction is r / √R, with R the reliability of the mean. The most that any model can be
 * expected to reach against this mean is √R.
 *
 * <p>R is estimated, so the quotient can be above 1; it is cut to 1 then, and says so. A small R makes it worthless.
 *
 * <p>C. Spearman, The Proof and Measurement of Association Between Two Things, American Journal of Psychology 15(1),
 * 1904, 72–101.
 *
 * @param pearson the correlation as it is
 * @param reliability R; NaN if it is undefined
 * @param complete whether everybody answered all images, so that R is Cronbach's α
 * @param corrected the corrected correlation, −1 … 1, with its interval; undefined where R is not above 0
 * @param cut whether it was cut
 */
public record Disattenuated(double pearson, double reliability, boolean complete, Estimate corrected, boolean cut) {

    /** The reliability below which a corrected correlation says little. */
    private static final double LOW = 0.5;

    /** The answers of so many people take as long to draw as the figures of one model. */
    private static final int PER_MODEL = 10;

    /**
     * Corrects the correlation of a model with the mean of the participants.
     *
     * @param dimension valence or arousal
     * @param model what the model says of the same images
     */
    public static Disattenuated of(Ratings ratings, Dimension dimension, RaterSeries model, long seed) {
        double[] said = values(dimension, model);
        double[] mean = values(dimension, ParticipantReference.of(ratings).everybody());
        int[] images = IntStream.range(0, said.length)
                .filter(image -> !Double.isNaN(said[image] + mean[image]))
                .toArray();
        MeanReliability reliability = new MeanReliability(ratings, dimension, images);
        int[] places = IntStream.range(0, images.length).toArray();
        double[] x = at(mean, images);
        double[] y = at(said, images);
        double pearson = Pearson.of(x, y);
        double whole = reliability.of(places);
        double quotient = quotient(pearson, whole);
        double[] drawn = ImageDraws.of(places, 1 + ratings.slots() / PER_MODEL, seed)
                .each(draw -> quotient(Pearson.of(at(x, draw), at(y, draw)), reliability.of(draw)));
        return new Disattenuated(
                pearson,
                whole,
                reliability.isComplete(),
                estimate(quotient, drawn, images.length),
                Math.abs(quotient) > 1);
    }

    /** Returns it within −1 … 1, without an interval if that lies beyond: cut to 1 … 1 it would look certain. */
    private static Estimate estimate(double quotient, double[] drawn, int images) {
        Estimate free = ImageDraws.estimate(capped(quotient), drawn, images);
        return free.low() >= 1 || free.high() <= -1
                ? new Estimate(free.value(), Double.NaN, Double.NaN, Double.NaN)
                : free.within(-1, 1);
    }

    private static double[] values(Dimension dimension, RaterSeries series) {
        return dimension == Dimension.VALENCE ? series.valence() : series.arousal();
    }

    private static double[] at(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(place -> values[place]).toArray();
    }

    private static double quotient(double pearson, double reliability) {
        return reliability > 0 ? pearson / Math.sqrt(reliability) : Double.NaN;
    }

    private static double capped(double correlation) {
        return Double.isNaN(correlation) ? correlation : Math.max(-1, Math.min(1, correlation));
    }

    /** Returns the most that a model can be expected to reach: √R; NaN where R is not above 0. */
    public double ceiling() {
        return reliability > 0 ? Math.sqrt(reliability) : Double.NaN;
    }

    /** Whether the people agree so little that the correction says little. */
    public boolean isRough() {
        return reliability < LOW;
    }
}
