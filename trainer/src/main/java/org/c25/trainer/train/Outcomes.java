package org.c25.trainer.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.learning.Faces;
import org.c25.trainer.learning.Said;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.measures.Held;
import org.c25.trainer.measures.ScaleMeasures;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.saved.SavedModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what came out of a run from its files, so that what is reported is what was saved. */
final class Outcomes {

    private static final int BATCH = 32;

    private final Answers answers;
    private final Faces faces;
    private final Split split;
    private final Map<Dimension, Held.Reference> references;

    Outcomes(Answers answers, Faces faces, Split split, Map<Dimension, Held.Reference> references) {
        this.answers = answers;
        this.faces = faces;
        this.split = split;
        this.references = references;
    }

    /** Asks the saved network about all faces; image × outputs, as {@link SavedModel#ask}. */
    float[][] ask(SavedModel model) {
        float[][] outputs = new float[faces.count()][];
        int width = model.target().outputs();
        int numbers = faces.preprocessing().numbers();
        for (int from = 0; from < outputs.length; from += BATCH) {
            int some = Math.min(BATCH, outputs.length - from);
            float[] batch = new float[some * numbers];
            for (int at = 0; at < some; at++) {
                faces.into(batch, at, from + at, false);
            }
            float[] said = model.ask(batch, some);
            for (int at = 0; at < some; at++) {
                outputs[from + at] = Arrays.copyOfRange(said, at * width, (at + 1) * width);
            }
        }
        return outputs;
    }

    Outcome of(Settings settings, SavedModel model, double seconds) {
        Said said = Said.of(model.target(), ask(model));
        Map<Dimension, ScaleMeasures> scales = new EnumMap<>(Dimension.class);
        settings.target().dimensions().stream()
                .filter(Dimension::isScale)
                .forEach(one -> scales.put(
                        one, Held.scale(said, one, split.test(), Objects.requireNonNull(references.get(one)))));
        return new Outcome(
                settings,
                model.parameters(),
                model.card()
                        .path("training")
                        .path("losses")
                        .valueStream()
                        .map(JsonNode::asDouble)
                        .toList(),
                said,
                settings.target().hasExpression()
                        ? Held.expression(
                                said, split.test(), Objects.requireNonNull(references.get(Dimension.EXPRESSION)))
                        : null,
                scales,
                settings.source().isCrowd() ? raters(settings, model) : List.of(),
                seconds);
    }

    private List<LearnedRater> raters(Settings settings, SavedModel model) {
        List<LearnedRater> raters = new ArrayList<>();
        for (int rater = 0; rater < answers.raters().size(); rater++) {
            Map<Dimension, Integer> counts = new EnumMap<>(Dimension.class);
            Map<Dimension, LearnedRater.Use> uses = new EnumMap<>(Dimension.class);
            for (Dimension dimension : settings.target().dimensions()) {
                counts.put(dimension, count(dimension, rater));
                if (dimension.isScale()) {
                    uses.put(dimension, use(model, dimension, rater));
                }
            }
            boolean expression = settings.target().hasExpression();
            boolean matrix = expression && settings.source().layer(Dimension.EXPRESSION) == CrowdKind.MW;
            float @Nullable [] weights = model.raters().get("crowd/expression/weight");
            raters.add(new LearnedRater(
                    answers.raters().get(rater),
                    counts,
                    matrix && weights != null ? softmaxRows(weights, rater) : null,
                    expression ? observed(rater) : null,
                    expression && !matrix && weights != null ? row(weights, rater, Expressions.COUNT) : null,
                    uses));
        }
        return raters;
    }

    private int count(Dimension dimension, int rater) {
        return (int) split.train().stream()
                .filter(image -> !Float.isNaN(answers.of(dimension, image)[rater]))
                .count();
    }

    private LearnedRater.Use use(SavedModel model, Dimension dimension, int rater) {
        float[] scales = model.raters().get("crowd/" + dimension.key() + "/weight");
        float[] biases = model.raters().get("crowd/" + dimension.key() + "/bias");
        double apart = split.train().stream()
                .filter(image -> !Float.isNaN(answers.of(dimension, image)[rater]))
                .mapToDouble(image -> answers.of(dimension, image)[rater] - answers.mean(dimension, image))
                .average()
                .orElse(Double.NaN);
        return new LearnedRater.Use(scales == null ? 1 : scales[rater], biases == null ? 0 : biases[rater], apart);
    }

    private static double[][] softmaxRows(float[] weights, int rater) {
        int classes = Expressions.COUNT;
        double[][] rows = new double[classes][classes];
        for (int from = 0; from < classes; from++) {
            double sum = 0;
            for (int to = 0; to < classes; to++) {
                rows[from][to] = Math.exp(weights[(rater * classes + from) * classes + to]);
                sum += rows[from][to];
            }
            for (int to = 0; to < classes; to++) {
                rows[from][to] /= sum;
            }
        }
        return rows;
    }

    private static double[] row(float[] values, int rater, int width) {
        double[] row = new double[width];
        for (int at = 0; at < width; at++) {
            row[at] = values[rater * width + at];
        }
        return row;
    }

    private double[][] observed(int rater) {
        double[][] counts = new double[Expressions.COUNT][Expressions.COUNT];
        for (int image : split.train()) {
            float answer = answers.of(Dimension.EXPRESSION, image)[rater];
            if (!Float.isNaN(answer)) {
                counts[(int) answers.mode(Dimension.EXPRESSION, image)][(int) answer]++;
            }
        }
        for (double[] row : counts) {
            double sum = Arrays.stream(row).sum();
            for (int at = 0; at < row.length; at++) {
                row[at] /= sum;
            }
        }
        return counts;
    }
}
