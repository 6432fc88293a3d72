package org.c25.ratermodels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.common.Numbers;
import org.c25.crowd.OrdinalModel;
import org.c25.results.Results;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * The ordinal model of a scale as its page shows it.
 *
 * @param why why nothing can be told; empty if it can
 * @param turnedRound who takes the scale the other way round, such as {@code participant3, participant7}; mostly empty
 * @param images those whose location differs most from the mean answer come first
 * @param differing how many images are nearer to another step than the majority
 */
record ScalePage(
        @Nullable ConvergenceChart chart,
        String why,
        String turnedRound,
        List<RaterRow> raters,
        List<ImageRow> images,
        int differing) {

    /** A rater, with everything in words. */
    record RaterRow(int slot, String answers, Cell bias, Cell scale, Cell noise) {}

    /** An estimate with its interval, in words. */
    record Cell(String value, String interval) {

        static Cell of(OrdinalModel.Parameter parameter) {
            return new Cell(
                    Numbers.decimals(parameter.estimate(), 2), LabelPage.interval(parameter.low(), parameter.high()));
        }
    }

    /** An image, with everything in words. */
    record ImageRow(Item item, String majority, String mean, String location, String interval, double apart) {}

    static ScalePage of(ScaleFit fit, Results results, List<Item> items) {
        List<ImageRow> images = new ArrayList<>();
        for (int image = 0; image < fit.votes().size(); image++) {
            if (fit.votes().get(image).answers() > 0 && fit.model().why().isEmpty()) {
                images.add(row(fit, image, items.get(results.position(image))));
            }
        }
        images.sort(Comparator.comparingDouble(ImageRow::apart).reversed());
        return new ScalePage(
                ConvergenceChart.of(fit.model().convergence()),
                fit.model().why(),
                fit.model().turnedRound().stream()
                        .map(slot -> "participant" + slot)
                        .collect(Collectors.joining(", ")),
                fit.model().raters().stream()
                        .map(rater -> new RaterRow(
                                rater.slot(),
                                Numbers.whole(rater.answers()),
                                Cell.of(rater.bias()),
                                Cell.of(rater.scale()),
                                Cell.of(rater.noise())))
                        .toList(),
                images,
                fit.differing().size());
    }

    private static ImageRow row(ScaleFit fit, int image, Item item) {
        OrdinalModel.Image place = fit.model().images().get(image);
        double mean = fit.mean(image);
        return new ImageRow(
                item,
                Numbers.decimals(
                        ScaleFit.value(fit.votes().get(image).majority().orElseThrow()), 2),
                Numbers.decimals(mean, 2),
                Numbers.decimals(place.location(), 2),
                LabelPage.interval(place.least(), place.greatest()),
                Math.abs(place.location() - mean));
    }
}
