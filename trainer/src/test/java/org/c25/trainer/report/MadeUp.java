package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.drawn.DrawnWorld;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.learning.Said;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.learning.Source;
import org.c25.trainer.learning.Steps;
import org.c25.trainer.learning.Target;
import org.c25.trainer.measures.Held;
import org.c25.trainer.measures.NoiseCeiling;
import org.c25.trainer.measures.ScaleMeasures;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;
import org.c25.trainer.predict.PictureOptions;

/** A study of drawn faces and simulated raters in which nothing has learned: what networks say is made up from the truth. */
final class MadeUp {

    private final DrawnWorld world;
    private final List<Integer> train;
    private final List<Integer> test;
    private final List<Outcome> outcomes = new ArrayList<>();

    MadeUp(int images, int ratings) {
        world = DrawnWorld.of(images, 8, ratings, 3);
        train = IntStream.range(0, images * 2 / 3).boxed().toList();
        test = IntStream.range(images * 2 / 3, images).boxed().toList();
    }

    /** Adds runs that are right in about this share, and never say {@code never} (−1: none is left out). */
    MadeUp with(LabelsAs labelsAs, int warmUp, double right, int never, long... seeds) {
        for (long seed : seeds) {
            Settings settings = settings(Target.ALL, labelsAs, warmUp, seed);
            Said said = said(right, never, new Random(seed * 31 + labelsAs.ordinal()));
            Map<Dimension, ScaleMeasures> scales = new EnumMap<>(Dimension.class);
            for (Dimension dimension : List.of(Dimension.VALENCE, Dimension.AROUSAL)) {
                scales.put(dimension, Held.scale(said, dimension, test, Held.people(world.answers(), dimension)));
            }
            outcomes.add(new Outcome(
                    settings,
                    312_000,
                    IntStream.range(0, 15)
                            .mapToObj(epoch -> (labelsAs == LabelsAs.CROWD && epoch >= warmUp ? 0.4 : 0)
                                    + 0.7
                                    + 1.3 * Math.exp(-epoch / (3.0 + seed % 3)))
                            .toList(),
                    said,
                    Held.expression(said, test, Held.people(world.answers(), Dimension.EXPRESSION)),
                    scales,
                    labelsAs == LabelsAs.CROWD ? raters(seed) : List.of(),
                    17.4));
        }
        return this;
    }

    static Settings settings(Target target, LabelsAs labelsAs, int warmUp, long seed) {
        return new Settings(
                target,
                new Source(labelsAs, Map.of(false, CrowdKind.MW, true, CrowdKind.S_B), warmUp, Source.USUAL_CROWD_RATE),
                Architecture.read("small", false),
                PictureOptions.own(48),
                Steps.USUAL,
                seed,
                1);
    }

    private Said said(double right, int never, Random random) {
        float[][] outputs = new float[world.answers().images().size()][10];
        for (int image = 0; image < outputs.length; image++) {
            int truth = (int) world.truth().get(Dimension.EXPRESSION)[image];
            int code = random.nextDouble() < right ? truth : random.nextInt(Expressions.COUNT);
            code = code == never ? (code + 1) % Expressions.COUNT : code;
            for (int at = 0; at < Expressions.COUNT; at++) {
                outputs[image][at] = at == code ? 0.86f : 0.02f;
            }
            outputs[image][8] =
                    (float) (world.truth().get(Dimension.VALENCE)[image] + (1.1 - right) * random.nextGaussian());
            outputs[image][9] =
                    (float) (world.truth().get(Dimension.AROUSAL)[image] + (1.1 - right) * random.nextGaussian());
        }
        return new Said(Target.ALL, outputs);
    }

    private List<LearnedRater> raters(long seed) {
        Random random = new Random(seed);
        List<LearnedRater> raters = new ArrayList<>();
        for (int at = 0; at < world.raters().size(); at++) {
            int rater = at;
            double[][] truth = world.raters().get(at).confusion();
            Map<Dimension, Integer> counts = new EnumMap<>(Dimension.class);
            Map<Dimension, LearnedRater.Use> uses = new EnumMap<>(Dimension.class);
            for (Dimension dimension : Dimension.values()) {
                counts.put(dimension, (int) train.stream()
                        .filter(image -> !Float.isNaN(world.answers().of(dimension, image)[rater]))
                        .count());
                if (dimension.isScale()) {
                    double bias = world.raters().get(at).bias();
                    uses.put(
                            dimension,
                            new LearnedRater.Use(
                                    world.raters().get(at).scale() + 0.1 * random.nextGaussian(),
                                    bias + 0.03 * random.nextGaussian(),
                                    bias + 0.03 * random.nextGaussian()));
                }
            }
            raters.add(new LearnedRater(
                    world.answers().raters().get(at), counts, blurred(truth, 0.05), blurred(truth, 0.2), null, uses));
        }
        return raters;
    }

    private static double[][] blurred(double[][] rows, double by) {
        double[][] blurred = new double[rows.length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows.length; column++) {
                blurred[row][column] = (1 - by) * rows[row][column] + by / rows.length;
            }
        }
        return blurred;
    }

    Study study(String title) {
        Answers answers = world.answers();
        Map<Dimension, NoiseCeiling> ceilings = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            ceilings.put(dimension, NoiseCeiling.of(answers, dimension, test, 1));
        }
        return new Study(title, Study.PEOPLE, answers, train, test, "person", ceilings, outcomes);
    }
}
