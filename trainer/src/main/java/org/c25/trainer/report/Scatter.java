package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** What a network says of each test image on a scale, over the mean of the people's answers to it. */
final class Scatter {

    private Scatter() {}

    /** Returns nothing where there is no image that both have judged. */
    static String of(Study study, Outcome outcome, Dimension dimension) {
        if (!outcome.scales().containsKey(dimension) || !study.answers().has(dimension)) {
            return "";
        }
        List<Double> people = new ArrayList<>();
        List<Double> said = new ArrayList<>();
        for (int image : study.test()) {
            double mean = study.answers().mean(dimension, image);
            if (!Double.isNaN(mean) && image < outcome.said().outputs().length) {
                people.add(mean);
                said.add(Math.max(-1, Math.min(1, (double) outcome.said().of(dimension, image))));
            }
        }
        if (people.isEmpty()) {
            return "";
        }
        String title =
                outcome.settings().title() + ", seed " + outcome.settings().seed();
        return Html.figure(
                Charts.points(
                        "Said " + dimension.key() + " over people's mean: " + title,
                        new Charts.Labelled("people’s mean", people),
                        new Charts.Labelled("said", said),
                        List.of(),
                        new Axis(-1, 1, 0, 1)),
                Ways.capital(title) + ": " + people.size() + (people.size() == 1 ? " test image" : " test images"));
    }
}
