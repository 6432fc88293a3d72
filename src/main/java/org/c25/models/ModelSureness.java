package org.c25.models;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.c25.common.Numbers;
import org.c25.crowd.ReliabilityCurve.Bin;

/** The calibration of a model, as its page shows it. */
record ModelSureness(ModelCalibration calibration) {

    /** The drawing's width and height. */
    private static final double SIDE = 100;

    public boolean isKnown() {
        return calibration.state() == ModelCalibration.State.KNOWN;
    }

    /** Returns why there are no figures. */
    public String without() {
        return switch (calibration.state()) {
            case KNOWN -> "";
            case NO_SCORES -> "Its file has no scores of the expressions that could be held against answers.";
            case NO_PROBABILITIES ->
                "Its scores are no probabilities: of some image one is below 0 or above 1, or their sum is not 1.";
            case TOO_MANY_ANSWERS ->
                "Not worked out for more than " + Numbers.whole(ModelCalibration.MOST_ANSWERS) + " answers.";
        };
    }

    public int answers() {
        return calibration.figures().answers();
    }

    /**
     * One figure.
     *
     * @param about what it means, in a few words
     */
    record SurenessLine(String title, String about, String value) {}

    public List<SurenessLine> lines() {
        var figures = calibration.figures();
        return List.of(
                new SurenessLine(
                        "Calibration error",
                        "0 to 1, the smaller the better",
                        Numbers.coefficient(figures.expectedError())),
                new SurenessLine("Brier score", "0 to 2, the smaller the better", Numbers.coefficient(figures.brier())),
                new SurenessLine("Log loss", "in nats, the smaller the better", Numbers.coefficient(figures.logLoss())),
                new SurenessLine(
                        "Temperature",
                        "above 1: surer than the next answer allows",
                        Numbers.decimals(figures.temperature(), 2)));
    }

    /** A bin of the curve. */
    record CurveLine(String sure, String answers, String confidence, String right) {}

    public List<CurveLine> curve() {
        return calibration.bins().stream()
                .map(bin -> new CurveLine(
                        String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.from() + 0.1),
                        Numbers.whole(bin.answers()),
                        Numbers.coefficient(bin.confidence()),
                        Numbers.coefficient(bin.right())))
                .toList();
    }

    /** Returns the curve as SVG has it, in a square of 100: to the right how sure, upwards how often right. */
    public String points() {
        return calibration.bins().stream().map(ModelSureness::point).collect(Collectors.joining(" "));
    }

    private static String point(Bin bin) {
        return String.format(Locale.ROOT, "%.1f,%.1f", SIDE * bin.confidence(), SIDE * (1 - bin.right()));
    }
}
