package org.c25.models;

import java.io.IOException;
import java.util.List;
import org.c25.common.CsvLine;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/** Writes a file of what a model says of each image of its set, in C25's codes. It can be sent as predictions again. */
record PredictionsFile(List<Item> items, RaterSeries predictions) {

    static String name(SetView set, long model) {
        return "model" + model + "_set" + set.number() + "_predictions.csv";
    }

    void write(Appendable out) throws IOException {
        CsvLine line = new CsvLine(out);
        line.addAll(List.of("index", "filename", "expression", "valence", "arousal"))
                .end();
        for (Item item : items) {
            int image = item.position();
            int expression = predictions.expression()[image];
            Double valence = orNone(predictions.valence()[image]);
            Double arousal = orNone(predictions.arousal()[image]);
            if (expression != RaterSeries.NONE || valence != null || arousal != null) {
                line.add(item.index()).add(item.filename());
                line.add(expression == RaterSeries.NONE ? null : expression);
                line.add(valence).add(arousal).end();
            }
        }
    }

    private static @Nullable Double orNone(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
