package org.c25.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.drawn.DrawnWorld;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.learning.Said;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.learning.Source;
import org.c25.trainer.learning.Steps;
import org.c25.trainer.learning.Target;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.measures.ExpressionMeasures.Pair;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;
import org.c25.trainer.predict.PictureOptions;
import org.junit.jupiter.api.Test;

/** The tables of {@code bin/train drawn}, of outcomes that are made up: two seeds, ten test images, ten seconds a network. */
class DrawnTableTest {

    private final DrawnWorld few = DrawnWorld.of(40, 8, 1, 1);
    private final DrawnWorld many = DrawnWorld.of(40, 8, 25, 1);

    @Test
    void bothTablesStandInMarkdown() {
        Study three = study("Drawn faces, 3 ratings an image", few, true);
        Study all = study("Drawn faces, 25 ratings an image", many, false);

        String text = new DrawnTable(
                        List.of(three, all),
                        few.raters(),
                        Objects.requireNonNull(few.truth().get(Dimension.EXPRESSION)))
                .text();

        assertThat(text.lines())
                .contains(
                        "| learned from | 3 ratings an image | 25 ratings an image |",
                        "| --- | --- | --- |",
                        "| true labels | 1.000 / 0.900 | the same |",
                        "| majority vote | 0.500 / 0.400, never right: anger | 0.500 / 0.400, never right: anger |",
                        "| crowd layer mw, without warm-up | 0.500 / 0.500, never right: anger | 0.500 / 0.500, never right: anger |",
                        "| crowd layer mw, 5 epochs on vote shares first | 0.700 / 0.600 | 0.700 / 0.600 |",
                        "| learned and true confusion of a rater, mean r, mw with warm-up | 1.000 / 1.000 | 1.000 / 1.000 |",
                        "| gain over the majority vote | 0.200 / 0.200 | 0.200 / 0.200 |",
                        "| its least recognised expression, recall | anger 0.400 / anger 0.200 | anger 0.400 / anger 0.200 |",
                        "These 14 networks learned for 2.3 minutes by the clock, 10 s each: 32 × 32 pixels, 15 epochs, threads: 1.")
                .noneMatch(line -> line.contains("NaN"))
                .anyMatch(line -> line.matches("\\| beside it: .* \\| \\d+ % \\| \\d+ % \\|"));
    }

    private static Study study(String title, DrawnWorld world, boolean truth) {
        List<Outcome> outcomes = new ArrayList<>();
        if (truth) {
            add(outcomes, world, Source.labels(LabelsAs.TRUTH), 10, 9);
        }
        add(outcomes, world, Source.labels(LabelsAs.MV), 5, 4);
        Source crowd = Source.crowd(Map.of(false, CrowdKind.MW));
        add(outcomes, world, crowd.cold(), 5, 5);
        add(outcomes, world, crowd, 7, 6);
        return new Study(title, Study.TRUTH, world.answers(), List.of(), List.of(), "person", Map.of(), outcomes);
    }

    /** Of ten images, five are happy and five angry; so many are right, the happy ones first. */
    private static void add(List<Outcome> outcomes, DrawnWorld world, Source source, int... right) {
        for (int seed = 0; seed < right.length; seed++) {
            List<Pair> pairs = new ArrayList<>();
            for (int image = 0; image < 10; image++) {
                int truth = image < 5 ? 0 : 5;
                pairs.add(new Pair(truth, image < right[seed] ? truth : 7, 0.9));
            }
            List<LearnedRater> raters = world.raters().stream()
                    .map(one -> new LearnedRater("", Map.of(), one.confusion(), null, null, Map.of()))
                    .toList();
            outcomes.add(new Outcome(
                    new Settings(
                            Target.EXPRESSION,
                            source,
                            Architecture.read("small", false),
                            PictureOptions.own(32),
                            Steps.USUAL,
                            seed + 1L,
                            1),
                    1,
                    List.of(),
                    new Said(Target.EXPRESSION, new float[0][]),
                    ExpressionMeasures.of(pairs),
                    Map.of(),
                    raters,
                    10));
        }
    }
}
