package org.c25.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.c25.crowd.Calibration;
import org.c25.crowd.ReliabilityCurve;
import org.jspecify.annotations.Nullable;

@Schema(description = "How well the class scores of a model foretell the participants' answers")
record ModelCalibrationReport(
        int answers,

        @Schema(description = "0 … 1, in ten bins") double expectedCalibrationError,

        @Schema(description = "0 … 2") double brier,

        @Schema(description = "in nats") double logLoss,

        @Schema(description = "above 1: it is too sure") double temperature,

        @Schema(description = "the log loss at that temperature")
        double temperedLogLoss,

        @Schema(description = "by how sure it is, those bins in which there are answers")
        List<ModelReliability> reliability) {

    /**
     * A bin of the reliability curve.
     *
     * @param from the least probability of the bin, which is a tenth wide
     */
    record ModelReliability(
            double from,
            int answers,

            @Schema(description = "the mean probability of its first choice")
            double confidence,

            @Schema(description = "the share of answers that are its first choice")
            double right) {

        static ModelReliability of(ReliabilityCurve.Bin bin) {
            return new ModelReliability(bin.from(), bin.answers(), bin.confidence(), bin.right());
        }
    }

    static @Nullable ModelCalibrationReport of(ModelCalibration calibration) {
        Calibration figures = calibration.figures();
        return figures.answers() == 0
                ? null
                : new ModelCalibrationReport(
                        figures.answers(),
                        figures.expectedError(),
                        figures.brier(),
                        figures.logLoss(),
                        figures.temperature(),
                        figures.temperedLogLoss(),
                        calibration.bins().stream().map(ModelReliability::of).toList());
    }
}
