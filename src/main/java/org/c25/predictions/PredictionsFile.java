package org.c25.predictions;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.CsvLine;
import org.c25.sets.SetView;

/**
 * Writes a file of what a model says of each image of its set, in C25's codes. It can be sent as predictions again. The
 * columns of scores and of clamped values are there if the model has any.
 */
public record PredictionsFile(ModelPredictions predictions) {

    /** The column that says which of the line's values were clamped. */
    static final String CLAMPED = "clamped";

    /** The dimensions of which values can be clamped. */
    public static final List<Dimension> SCALES = List.of(Dimension.VALENCE, Dimension.AROUSAL);

    public static String name(SetView set, long model) {
        return "model" + model + "_set" + set.number() + "_predictions.csv";
    }

    public void write(Appendable out) throws IOException {
        List<Expression> scored = Expression.all().stream()
                .filter(expression ->
                        predictions.each().stream().anyMatch(one -> one.scores().containsKey(expression)))
                .toList();
        boolean clamped = predictions.hasScores() || predictions.hasClamped();
        CsvLine line = new CsvLine(out);
        line.addAll(List.of("index", "filename", "expression", "valence", "arousal"));
        line.addAll(scored.stream().map(Expression::english).toList());
        if (clamped) {
            line.add(CLAMPED);
        }
        line.end();
        for (ImagePrediction one : predictions.each()) {
            line.add(one.item().index()).add(one.item().filename());
            line.add(one.expression() == null ? null : one.expression().code());
            line.add(one.valence()).add(one.arousal());
            for (Expression expression : scored) {
                line.add(one.scores().get(expression));
            }
            if (clamped) {
                line.add(words(one));
            }
            line.end();
        }
    }

    private static String words(ImagePrediction one) {
        return SCALES.stream()
                .filter(one.clamped()::contains)
                .map(Dimension::field)
                .collect(Collectors.joining(" "));
    }
}
