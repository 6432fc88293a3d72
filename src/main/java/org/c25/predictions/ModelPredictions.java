package org.c25.predictions;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.comparison.RaterSeries;
import org.c25.results.Results;

/**
 * What a model says of a set's images, as it is stored.
 *
 * @param each at most one an image, in the set's order
 * @param images how many images the set has
 */
public record ModelPredictions(List<ImagePrediction> each, int images) {

    /** Returns what it says, by position in the set. */
    public RaterSeries series() {
        return of(each);
    }

    /** Returns what it says of the selected images, as they are numbered there. */
    public RaterSeries of(Results results, boolean heldOut) {
        List<ImagePrediction> counted =
                heldOut ? each.stream().filter(one -> !one.trainedOn()).toList() : each;
        return of(counted).at(results.ratings().images(), results::position);
    }

    private RaterSeries of(List<ImagePrediction> some) {
        RaterSeries series = RaterSeries.silent(images);
        for (ImagePrediction one : some) {
            int position = one.item().position();
            series.expression()[position] = one.expression() == null
                    ? RaterSeries.NONE
                    : one.expression().code();
            series.valence()[position] = one.valence() == null ? Double.NaN : one.valence();
            series.arousal()[position] = one.arousal() == null ? Double.NaN : one.arousal();
        }
        return series;
    }

    /** Counts the images of which it speaks although it was trained on them, among those that are selected. */
    public int trainedOn(Results results) {
        boolean[] trained = new boolean[images];
        each.stream()
                .filter(ImagePrediction::trainedOn)
                .forEach(one -> trained[one.item().position()] = true);
        int count = 0;
        for (int image = 0; image < results.ratings().images(); image++) {
            count += trained[results.position(image)] ? 1 : 0;
        }
        return count;
    }

    /** Counts the values of a dimension that were clamped. */
    public int clamped(Dimension dimension) {
        return (int)
                each.stream().filter(one -> one.clamped().contains(dimension)).count();
    }

    /** Whether there are scores of the expressions. */
    public boolean hasScores() {
        return each.stream().anyMatch(one -> !one.scores().isEmpty());
    }

    public boolean hasClamped() {
        return each.stream().anyMatch(one -> !one.clamped().isEmpty());
    }
}
