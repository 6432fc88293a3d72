package org.c25.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.agreement.Estimate;

/**
 * Any number of models held against the participants and against each other, all on the same images: those of which
 * every one of them speaks, each dimension by itself. Intervals of 95 % are of the bootstrap over images. All models
 * get the same draws, so that the difference of two is paired.
 *
 * @param draws how often the images were drawn
 * @param models the models, as they were given
 * @param pairs each two of them: the first with the second, the first with the third …
 */
public record SideBySide(int draws, List<Line> models, List<Pair> pairs) {

    /**
     * One model against the majority vote and the means of all participants.
     *
     * @param estimates each figure with its interval
     */
    public record Line(ComparisonFigures figures, Map<ComparisonMeasure, Estimate> estimates) {}

    /**
     * Two models.
     *
     * @param one the first one's number, from 0
     * @param other the second one's
     * @param differences of each measure the first one's figure less the second one's, with its interval
     * @param accuracy the exact test of the difference in accuracy
     * @param adjusted its probability, adjusted for all pairs after Holm
     * @param between the second held against the first
     */
    public record Pair(
            int one,
            int other,
            Map<ComparisonMeasure, Estimate> differences,
            McNemar accuracy,
            double adjusted,
            ComparisonFigures between) {

        private Pair adjusted(double probability) {
            return new Pair(one, other, differences, accuracy, probability, between);
        }
    }

    /**
     * Compares models.
     *
     * @param reference what they are held against, such as {@link ParticipantReference#everybody}
     * @param models what each says of the same images
     */
    public static SideBySide of(RaterSeries reference, List<RaterSeries> models, long seed) {
        List<RaterSeries> alike = alike(reference, models);
        RaterSeries right = alike.isEmpty() ? reference : reference.where(alike.get(0));
        ImageDraws draws = ImageDraws.of(right.answeredImages(), models.size(), seed);
        double[][][] drawn = draw(right, alike, draws);
        List<Line> lines = IntStream.range(0, alike.size())
                .mapToObj(one -> line(ComparisonFigures.of(right, alike.get(one)), drawn[one]))
                .toList();
        return new SideBySide(draws.size(), lines, pairs(right, alike, lines, drawn));
    }

    /** Returns the models on those images alone of which all of them and the reference speak. */
    public static List<RaterSeries> alike(RaterSeries reference, List<RaterSeries> models) {
        RaterSeries common = reference;
        for (RaterSeries model : models) {
            common = common.where(model);
        }
        RaterSeries all = common;
        return models.stream().map(model -> model.where(all)).toList();
    }

    /** Returns the figures by model, measure and draw. */
    private static double[][][] draw(RaterSeries reference, List<RaterSeries> models, ImageDraws draws) {
        ComparisonMeasure[] measures = ComparisonMeasure.values();
        double[][][] figures = new double[models.size()][measures.length][draws.size()];
        draws.forEach((draw, images) -> {
            RaterSeries drawnReference = reference.at(images.length, place -> images[place]);
            for (int model = 0; model < figures.length; model++) {
                ComparisonFigures of = ComparisonFigures.of(
                        drawnReference, models.get(model).at(images.length, place -> images[place]));
                for (ComparisonMeasure measure : measures) {
                    figures[model][measure.ordinal()][draw] = measure.of(of);
                }
            }
        });
        return figures;
    }

    private static Line line(ComparisonFigures figures, double[][] drawn) {
        Map<ComparisonMeasure, Estimate> estimates = new EnumMap<>(ComparisonMeasure.class);
        for (ComparisonMeasure measure : ComparisonMeasure.values()) {
            estimates.put(
                    measure,
                    ImageDraws.estimate(measure.of(figures), drawn[measure.ordinal()], measure.images(figures)));
        }
        return new Line(figures, estimates);
    }

    private static List<Pair> pairs(
            RaterSeries reference, List<RaterSeries> models, List<Line> lines, double[][][] drawn) {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < lines.size(); one++) {
            for (int other = one + 1; other < lines.size(); other++) {
                RaterSeries first = models.get(one);
                RaterSeries second = models.get(other);
                pairs.add(new Pair(
                        one,
                        other,
                        differences(
                                lines.get(one).figures(),
                                drawn[one],
                                lines.get(other).figures(),
                                drawn[other]),
                        McNemar.of(reference.expression(), first.expression(), second.expression()),
                        Double.NaN,
                        ComparisonFigures.of(first, second)));
            }
        }
        double[] adjusted = Holm.adjust(
                pairs.stream().mapToDouble(pair -> pair.accuracy().p()).toArray());
        return IntStream.range(0, adjusted.length)
                .mapToObj(i -> pairs.get(i).adjusted(adjusted[i]))
                .toList();
    }

    private static Map<ComparisonMeasure, Estimate> differences(
            ComparisonFigures one, double[][] ofOne, ComparisonFigures other, double[][] ofOther) {
        Map<ComparisonMeasure, Estimate> differences = new EnumMap<>(ComparisonMeasure.class);
        for (ComparisonMeasure measure : ComparisonMeasure.values()) {
            double[] a = ofOne[measure.ordinal()];
            double[] b = ofOther[measure.ordinal()];
            double[] apart = IntStream.range(0, a.length)
                    .mapToDouble(draw -> a[draw] - b[draw])
                    .toArray();
            differences.put(
                    measure, ImageDraws.estimate(measure.of(one) - measure.of(other), apart, measure.images(one)));
        }
        return differences;
    }
}
