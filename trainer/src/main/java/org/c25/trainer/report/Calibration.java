package org.c25.trainer.report;

import java.util.List;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** Says whether a network's shares can be read as probabilities. */
final class Calibration {

    private static final double NEAR = 0.05;
    private static final double FAR = 0.10;

    /** With fewer images the error is mostly chance. */
    private static final int FEWEST = 100;

    private Calibration() {}

    static void say(Study study, List<String> sentences) {
        for (String method : study.methods()) {
            List<Outcome> outcomes = study.of(method).stream()
                    .filter(one -> one.expression() != null && one.expression().images() >= FEWEST)
                    .toList();
            Seeds error = Seeds.of(outcomes, Calibration::error);
            if (!error.isEmpty()) {
                sentences.add("Calibration error of " + Ways.title(study, method) + ": " + error
                        + direction(study, outcomes) + "." + meaning(error.mean()));
            }
        }
    }

    private static double error(Outcome outcome) {
        return outcome.expression() == null ? Double.NaN : outcome.expression().calibrationError();
    }

    private static String meaning(double error) {
        if (error <= NEAR) {
            return " Its shares can be read as probabilities, about.";
        }
        return error >= FAR ? " Don't read its shares as probabilities." : "";
    }

    private static String direction(Study study, List<Outcome> outcomes) {
        double sure = Seeds.of(outcomes, one -> tooSure(study, one)).mean();
        if (Double.isNaN(sure) || Math.abs(sure) < 0.02) {
            return "";
        }
        return (sure > 0 ? "; it is too sure, by " : "; it is too cautious, by ") + Html.number(Math.abs(sure))
                + " on average";
    }

    /** Returns the mean share of what is said of the test images, less the share that is right. */
    private static double tooSure(Study study, Outcome outcome) {
        if (outcome.expression() == null
                || study.test().stream()
                        .anyMatch(image -> image >= outcome.said().outputs().length)) {
            return Double.NaN;
        }
        double share = study.test().stream()
                .mapToDouble(image ->
                        outcome.said().shares(image)[(int) outcome.said().of(Dimension.EXPRESSION, image)])
                .average()
                .orElse(Double.NaN);
        return share - outcome.expression().accuracy();
    }
}
