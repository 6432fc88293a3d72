package org.c25.ratermodels;

import java.util.List;
import org.c25.common.Numbers;
import org.c25.crowd.Calibration;

/** How well the models foretell answers, as the page shows it. */
record CalibrationPage(List<Row> rows, String others, String repeats) {

    /** One model. */
    record Row(String title, Figures others, Figures repeats) {}

    /** The figures in words. */
    record Figures(String logLoss, String brier, String expectedError, String temperature) {

        static Figures of(Calibration figures) {
            return new Figures(
                    Numbers.coefficient(figures.logLoss()),
                    Numbers.coefficient(figures.brier()),
                    Numbers.coefficient(figures.expectedError()),
                    Numbers.decimals(figures.temperature(), 2));
        }
    }

    static CalibrationPage of(List<LabelCalibration> all) {
        return new CalibrationPage(
                all.stream()
                        .map(one -> new Row(one.model().title(), Figures.of(one.others()), Figures.of(one.repeats())))
                        .toList(),
                Numbers.count(all.get(0).others().answers(), "answer"),
                Numbers.count(all.get(0).repeats().answers(), "answer"));
    }
}
