package org.c25.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.CsvLine;
import org.c25.crowd.Calibration;
import org.c25.crowd.LabelEstimate;
import org.c25.crowd.LabelModel;
import org.c25.crowd.LeavingImagesOut;
import org.c25.crowd.OrdinalModel;
import org.c25.ratermodels.LabelCalibration;
import org.c25.ratermodels.LabelFit;
import org.c25.ratermodels.ModelFits;

/** The lines of the files about all models of raters: a row a figure. */
final class RaterModelRows {

    private RaterModelRows() {}

    static List<Column> raterColumns() {
        return List.of(
                Column.text("model", "such as one-coin or ordinal-valence"),
                Column.text("dimension", "expression, valence or arousal"),
                Column.text("participant", "participant0 …, the slot"),
                Column.whole("answers", "how many answers of the dimension they gave"),
                Column.text(
                        "figure", "agreement with the majority, accuracy, competence, confusion, bias, scale or noise"),
                Column.text("shown", "of a confusion: the true expression, as the model has it; else empty"),
                Column.text("given", "of a confusion: the answer; else empty"),
                Column.number("value", "the figure; empty where it is undefined"),
                Column.number("standard_error", "its standard error; a confusion has none"),
                Column.number("low", "the lower bound of its interval of 95 %"),
                Column.number("high", "the upper bound"));
    }

    static void writeRaters(ModelFits fits, CsvLine line) throws IOException {
        for (LabelModel model : LabelModel.all()) {
            LabelFit fit = fits.labels(model);
            for (int rater = 0; rater < fit.estimate().raters().size(); rater++) {
                LabelEstimate.Rater one = fit.estimate().raters().get(rater);
                LeavingImagesOut.Interval interval = fit.intervals().get(rater);
                begin(line, model.key(), Dimension.EXPRESSION, one.slot(), one.answers());
                line.add(model.measure())
                        .add("")
                        .add("")
                        .add(one.reliability())
                        .add(interval.standardError())
                        .add(interval.low())
                        .add(interval.high())
                        .end();
                writeConfusion(model, one, line);
            }
        }
        for (Dimension scale : List.of(Dimension.VALENCE, Dimension.AROUSAL)) {
            for (OrdinalModel.Rater one : fits.scale(scale).model().raters()) {
                writeParameter(scale, one, "bias", one.bias(), line);
                writeParameter(scale, one, "scale", one.scale(), line);
                writeParameter(scale, one, "noise", one.noise(), line);
            }
        }
    }

    private static void begin(CsvLine line, String model, Dimension dimension, int slot, int answers) {
        line.add(model).add(dimension.field()).add(C25Csv.column(slot)).add(answers);
    }

    private static void writeConfusion(LabelModel model, LabelEstimate.Rater rater, CsvLine line) throws IOException {
        double[][] confusion = rater.confusion();
        if (confusion == null) {
            return;
        }
        for (Expression shown : Expression.all()) {
            for (Expression given : Expression.all()) {
                begin(line, model.key(), Dimension.EXPRESSION, rater.slot(), rater.answers());
                line.add("confusion")
                        .add(shown.english())
                        .add(given.english())
                        .add(confusion[shown.code()][given.code()])
                        .add("")
                        .add("")
                        .add("")
                        .end();
            }
        }
    }

    private static void writeParameter(
            Dimension scale, OrdinalModel.Rater rater, String name, OrdinalModel.Parameter one, CsvLine line)
            throws IOException {
        begin(line, "ordinal-" + scale.field(), scale, rater.slot(), rater.answers());
        line.add(name)
                .add("")
                .add("")
                .add(one.estimate())
                .add(one.standardError())
                .add(one.low())
                .add(one.high())
                .end();
    }

    static List<Column> calibrationColumns() {
        return List.of(
                Column.text("model", "such as one-coin"),
                Column.text("against", "others: answers of raters who were left out; repeats: second showings"),
                Column.whole("answers", "how many answers were foretold"),
                Column.number("log_loss", "the mean of −ln of the probability of the answer, in nats"),
                Column.number("brier", "the mean squared distance from the answer, 0 … 2"),
                Column.number("expected_calibration_error", "in ten bins of confidence, 0 … 1"),
                Column.number("temperature", "above 1 the labels are too sure, below 1 not sure enough"),
                Column.number("tempered_log_loss", "the log loss at that temperature"));
    }

    static void writeCalibration(ModelFits fits, CsvLine line) throws IOException {
        for (LabelCalibration one : fits.calibrations()) {
            for (Map.Entry<String, Calibration> figures :
                    List.of(Map.entry("others", one.others()), Map.entry("repeats", one.repeats()))) {
                Calibration held = figures.getValue();
                line.add(one.model().key())
                        .add(figures.getKey())
                        .add(held.answers())
                        .add(held.logLoss())
                        .add(held.brier())
                        .add(held.expectedError())
                        .add(held.temperature())
                        .add(held.temperedLogLoss())
                        .end();
            }
        }
    }
}
