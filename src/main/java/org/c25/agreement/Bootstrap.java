package org.c25.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.c25.affect.Dimension;
import org.c25.agreement.KrippendorffAlpha.Metric;
import org.c25.ratings.Ratings;

/**
 * Intervals of 95 % for the figures of {@link AgreementStatistics} that have none of their own, by the percentile bootstrap
 * over the images: as many images as there are, drawn with replacement, again and again; the raters stay who they are. The
 * intervals speak of other images that the same people might have rated, not of other people.
 *
 * <p>An estimate's value is that of the set itself; its standard error is the standard deviation over the draws; its bounds
 * are the quantiles 2.5 % and 97.5 % of them, {@link Quantiles#of}. Draws in which a figure is undefined are left out. Each draw
 * is a figure of its kind, so no interval leaves what that can be. Which pairs of raters share enough images the set says, and how much
 * a pair weighs the draw.
 * Random numbers are those of {@link Random}, whose algorithm is part of Java, so the same answers, draws and seed give
 * the same figures everywhere.
 *
 * <p>B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, Chapman and Hall, 1993, chapters 6 and 13.
 *
 * @param draws how often the images were drawn
 * @param seed of the random numbers
 */
public record Bootstrap(int draws, long seed, Expressions expression, Scale valence, Scale arousal) {

    /** The draws of usual sets. */
    public static final int USUAL = 1000;

    /** The draws of the largest sets. */
    public static final int FEWEST = 100;

    /** Images × pairs of raters × draws that are gone through in some seconds. */
    private static final long AFFORDABLE = 3_000_000_000L;

    /** @param cohenKappa the mean over the pairs of raters */
    public record Expressions(Estimate krippendorffAlpha, Estimate cohenKappa) {}

    /**
     * @param ccc the mean of Lin's concordance over the pairs of raters
     * @param pearson the mean of Pearson's correlation, likewise
     * @param grandMean of all answers, −1 … 1
     */
    public record Scale(
            Estimate krippendorffAlphaNominal,
            Estimate krippendorffAlphaOrdinal,
            Estimate krippendorffAlphaInterval,
            Estimate ccc,
            Estimate pearson,
            Estimate grandMean) {}

    /**
     * How many draws a set can afford: 1,000 while images × pairs of raters are 3 million at most (800 images by 25 raters
     * are 240,000), above that as many as take the time of those, but never below 100.
     */
    public static int draws(int images, int raters) {
        long steps = Math.max(1, images * ((long) raters * (raters - 1) / 2));
        return (int) Math.max(FEWEST, Math.min(USUAL, AFFORDABLE / steps));
    }

    /** The values alone, without a draw. */
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

    /** @throws IllegalArgumentException if there are no draws */
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

    /** The first draw is the set as it is, each image once; the others are random. All dimensions get the same images. */
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
