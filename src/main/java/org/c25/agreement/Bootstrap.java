package org.c25.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.c25.affect.Dimension;
import org.c25.agreement.KrippendorffAlpha.Metric;
import org.c25.ratings.Ratings;

/**
 * Intervals of 95 % for those figures of {@link AgreementStatistics} that have no interval of their own, by the
 * percentile bootstrap over the images. Each draw takes as many images as there are, with replacement; the raters stay
 * the same. The intervals tell about other images that the same people might have rated, not about other people.
 *
 * <p>The value of an estimate is that of the set itself. Its standard error is the standard deviation over the draws.
 * Its bounds are the quantiles 2.5 % and 97.5 % of the draws, {@link Quantiles#of}. Draws in which a figure is
 * undefined are left out. The value in each draw is a possible value of the figure, so no interval reaches beyond the
 * figure's range. The set decides which pairs of raters share enough images; the draw decides how much a pair weighs.
 * Random numbers are those of {@link Random}, whose algorithm is part of Java, so the same answers, draws and seed give
 * the same figures everywhere.
 *
 * <p>B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, Chapman and Hall, 1993, chapters 6 and 13.
 *
 * @param draws how often the images were drawn
 * @param seed the seed of the random numbers
 */
public record Bootstrap(int draws, long seed, Expressions expression, Scale valence, Scale arousal) {

    /** The number of draws for usual sets. */
    public static final int USUAL = 1000;

    /** The number of draws for the largest sets. */
    public static final int FEWEST = 100;

    /** The product of images, pairs of raters and draws that takes some seconds. */
    private static final long AFFORDABLE = 3_000_000_000L;

    /**
     * The estimates for the expressions.
     *
     * @param cohenKappa the mean over the pairs of raters
     */
    public record Expressions(Estimate krippendorffAlpha, Estimate cohenKappa) {}

    /**
     * The estimates for valence or for arousal.
     *
     * @param ccc the mean of Lin's concordance over the pairs of raters
     * @param pearson the mean of Pearson's correlation over the pairs of raters
     * @param grandMean the mean of all answers, −1 … 1
     */
    public record Scale(
            Estimate krippendorffAlphaNominal,
            Estimate krippendorffAlphaOrdinal,
            Estimate krippendorffAlphaInterval,
            Estimate ccc,
            Estimate pearson,
            Estimate grandMean) {}

    /**
     * Returns how many draws a set can afford: 1,000 while images × pairs of raters are 3 million at most (800 images
     * by 25 raters are 240,000). Above that, it returns as many as take the same time, but never fewer than 100.
     */
    public static int draws(int images, int raters) {
        long steps = Math.max(1, images * ((long) raters * (raters - 1) / 2));
        return (int) Math.max(FEWEST, Math.min(USUAL, AFFORDABLE / steps));
    }

    /** Returns the values alone, without intervals, since nothing is drawn. */
    static Bootstrap none(AgreementStatistics known) {
        return new Bootstrap(
                0,
                0,
                new Expressions(
                        Estimate.of(known.expression().krippendorffAlpha()),
                        Estimate.of(known.expression().cohenKappa().mean())),
                none(known.valence()),
                none(known.arousal()));
    }

    private static Scale none(ScaleAgreement known) {
        return new Scale(
                Estimate.of(known.krippendorffAlphaNominal()),
                Estimate.of(known.krippendorffAlphaOrdinal()),
                Estimate.of(known.krippendorffAlphaInterval()),
                Estimate.of(known.ccc().mean()),
                Estimate.of(known.pearson().mean()),
                Estimate.of(known.grandMean()));
    }

    /**
     * Computes the estimates.
     *
     * @throws IllegalArgumentException if there are no draws
     */
    public static Bootstrap of(Ratings ratings, int draws, long seed) {
        if (draws < 1) {
            throw new IllegalArgumentException("at least one draw, not " + draws);
        }
        DrawnFigures expression = new DrawnFigures(
                Answers.of(ratings, Dimension.EXPRESSION),
                draws,
                List.of(Metric.NOMINAL),
                List.of(PairCoefficient.COHEN_KAPPA));
        DrawnFigures valence = ofScale(ratings, Dimension.VALENCE, draws);
        DrawnFigures arousal = ofScale(ratings, Dimension.AROUSAL, draws);
        draw(ratings.images(), draws, new Random(seed), List.of(expression, valence, arousal));
        return new Bootstrap(
                draws,
                seed,
                new Expressions(expression.alpha(Metric.NOMINAL), expression.mean(PairCoefficient.COHEN_KAPPA)),
                scale(valence),
                scale(arousal));
    }

    private static DrawnFigures ofScale(Ratings ratings, Dimension dimension, int draws) {
        return new DrawnFigures(
                Answers.of(ratings, dimension),
                draws,
                List.of(Metric.values()),
                List.of(PairCoefficient.CONCORDANCE, PairCoefficient.PEARSON));
    }

    private static Scale scale(DrawnFigures figures) {
        return new Scale(
                figures.alpha(Metric.NOMINAL),
                figures.alpha(Metric.ORDINAL),
                figures.alpha(Metric.INTERVAL),
                figures.mean(PairCoefficient.CONCORDANCE),
                figures.mean(PairCoefficient.PEARSON),
                figures.grandMean());
    }

    /**
     * Draws the images. The first draw is the set as it is, each image once; the others are random. All dimensions get
     * the same images.
     */
    private static void draw(int images, int draws, Random random, List<DrawnFigures> figures) {
        int[] times = new int[images * DrawnFigures.AT_ONCE];
        for (int first = 0; first <= draws; first += DrawnFigures.AT_ONCE) {
            Arrays.fill(times, 0);
            int here = Math.min(DrawnFigures.AT_ONCE, draws + 1 - first);
            for (int draw = 0; draw < here; draw++) {
                for (int image = 0; image < images; image++) {
                    int drawn = first + draw == 0 ? image : random.nextInt(images);
                    times[drawn * DrawnFigures.AT_ONCE + draw]++;
                }
            }
            for (DrawnFigures each : figures) {
                each.take(times, first, here);
            }
        }
    }
}
