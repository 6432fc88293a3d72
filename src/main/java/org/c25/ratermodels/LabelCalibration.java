package org.c25.ratermodels;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.crowd.Calibration;
import org.c25.crowd.CrowdAnswers;
import org.c25.crowd.Foretold;
import org.c25.crowd.LabelModel;
import org.c25.crowd.SoftLabels;
import org.c25.ratings.Ratings;
import org.c25.ratings.Repeat;
import org.c25.results.Results;

/**
 * How well the soft labels of one model foretell answers.
 *
 * @param others by those who were left out when the labels were made
 * @param repeats by the second answers to images that were shown twice; the labels are made of all first answers, those
 *     of the same people among them
 */
public record LabelCalibration(LabelModel model, Calibration others, Calibration repeats) {

    /** @param images by position in the set: the number of the image in the ratings, −1 if it is not selected */
    static List<LabelCalibration> of(Ratings ratings, List<Repeat> repeats, int[] images) {
        CrowdAnswers answers = CrowdAnswers.of(ratings, Dimension.EXPRESSION).comparable();
        return LabelModel.all().stream()
                .map(model -> new LabelCalibration(
                        model,
                        Calibration.of(Foretold.byLeavingRatersOut(model, answers, Results.SEED)),
                        Calibration.of(byRepeats(model, answers, repeats, images))))
                .toList();
    }

    private static Foretold byRepeats(LabelModel model, CrowdAnswers answers, List<Repeat> repeats, int[] images) {
        List<Integer> slots =
                IntStream.range(0, answers.raters()).map(answers::slot).boxed().toList();
        List<Repeat> some = repeats.stream()
                .filter(repeat -> repeat.second().expression() >= 0
                        && repeat.image() < images.length
                        && images[repeat.image()] >= 0
                        && slots.contains(repeat.slot()))
                .toList();
        Foretold foretold = new Foretold();
        if (!some.isEmpty()) {
            SoftLabels labels = model.of(answers, Results.SEED).labels();
            some.forEach(repeat ->
                    foretold.add(labels, images[repeat.image()], repeat.second().expression()));
        }
        return foretold;
    }
}
