package org.c25.models;

import java.io.IOException;
import java.util.List;
import org.c25.common.CsvLine;
import org.c25.comparison.ComparisonFigures;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.ParticipantComparison;
import org.c25.sets.SetView;

/** Writes a model and each participant as a table, with one row per participant, by slot. */
record ParticipantsFile(ModelDetail detail) {

    private static final List<String> GROUPS = List.of("model", "others", "model_others");

    static String name(SetView set, long model, String suffix) {
        return "model" + model + "_set" + set.number() + "_participants" + suffix + ".csv";
    }

    void write(Appendable out) throws IOException {
        CsvLine line = new CsvLine(out);
        line.add("participant");
        for (String group : GROUPS) {
            line.add(group + "_expression_images");
            line.add(group + "_valence_images");
            line.add(group + "_arousal_images");
            for (ComparisonMeasure measure : ComparisonMeasure.HEADLINES) {
                line.add(group + "_" + measure.key());
            }
        }
        line.end();
        for (ParticipantComparison one : detail.comparison().people()) {
            line.add("participant" + one.slot());
            for (ComparisonFigures figures : List.of(one.model(), one.others(), one.modelAndOthers())) {
                line.add(figures.expression().images());
                line.add(figures.valence().images());
                line.add(figures.arousal().images());
                for (ComparisonMeasure measure : ComparisonMeasure.HEADLINES) {
                    line.add(measure.of(figures));
                }
            }
            line.end();
        }
    }
}
