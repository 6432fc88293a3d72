package org.c25.trainer.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.learning.Target;
import org.jspecify.annotations.Nullable;

/** What a network of {@code bin/train} says, as {@code predictions.csv}. */
public final class SavedPredictions {

    private SavedPredictions() {}

    /**
     * Returns the bytes of the file.
     *
     * @param indexes the index of each image in its set, {@code null} where it is not known
     * @param outputs image × outputs: logits of the eight expressions in the order of their C25 codes, then valence, then
     *     arousal, as far as the target has them
     */
    public static byte[] csv(Target target, List<@Nullable String> indexes, List<String> filenames, float[][] outputs) {
        Readout readout = readout(target);
        List<Prediction> predictions = new ArrayList<>();
        for (int image = 0; image < outputs.length; image++) {
            Output row = new Output(null, new long[] {1, target.outputs()}, outputs[image]);
            predictions.add(
                    new Prediction(new Item(indexes.get(image), filenames.get(image)), readout.of(List.of(row), 1, 0)));
        }
        return PredictionsCsv.of(predictions, readout);
    }

    /** Returns what the outputs of such a network mean. */
    static Readout readout(Target target) {
        return Readout.of(
                IntStream.range(0, target.hasExpression() ? Expressions.COUNT : 0)
                        .boxed()
                        .toList(),
                place(target, Dimension.EXPRESSION),
                target.outputs(),
                place(target, Dimension.VALENCE),
                place(target, Dimension.AROUSAL));
    }

    private static @Nullable Place place(Target target, Dimension dimension) {
        return target.dimensions().contains(dimension) ? Place.column(target.first(dimension)) : null;
    }
}
