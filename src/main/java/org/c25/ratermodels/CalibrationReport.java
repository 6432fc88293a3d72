package org.c25.ratermodels;

import io.swagger.v3.oas.annotations.media.Schema;
import org.c25.crowd.Calibration;
import org.jspecify.annotations.Nullable;

/** How well the soft labels of a model foretell answers. */
record CalibrationReport(
        String model,

        @Schema(description = "how many answers it is estimated from")
        int answers,

        @Schema(description = "how many have come since, or been changed")
        int answersSince,

        FiguresReport others,
        FiguresReport repeats) {

    static CalibrationReport of(LabelCalibration one, int answers, int since) {
        return new CalibrationReport(
                one.model().key(), answers, since, FiguresReport.of(one.others()), FiguresReport.of(one.repeats()));
    }

    /** The figures of calibration. */
    record FiguresReport(
            int answers,

            @Schema(description = "in nats") @Nullable Double logLoss,

            @Schema(description = "0 … 2") @Nullable Double brier,

            @Schema(description = "0 … 1, in ten bins") @Nullable
            Double expectedCalibrationError,

            @Schema(description = "above 1: the labels are too sure") @Nullable
            Double temperature,

            @Nullable Double temperedLogLoss) {

        static FiguresReport of(Calibration figures) {
            return new FiguresReport(
                    figures.answers(),
                    RaterModelReport.orNull(figures.logLoss()),
                    RaterModelReport.orNull(figures.brier()),
                    RaterModelReport.orNull(figures.expectedError()),
                    RaterModelReport.orNull(figures.temperature()),
                    RaterModelReport.orNull(figures.temperedLogLoss()));
        }
    }
}
