package org.c25.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** One of the figures by which raters are ranked. */
public enum ComparisonMeasure {
    ACCURACY(
            "accuracy",
            "Accuracy",
            "Acc.",
            true,
            figures -> figures.expression().accuracy()),
    KAPPA("kappa", "κ", "κ", true, figures -> figures.expression().kappa()),
    MACRO_F1("f1", "F1", "F1", true, figures -> figures.expression().macroF1()),
    VALENCE_CCC(
            "valence_ccc",
            "CCC valence",
            "CCC V",
            true,
            figures -> figures.valence().ccc()),
    AROUSAL_CCC(
            "arousal_ccc",
            "CCC arousal",
            "CCC A",
            true,
            figures -> figures.arousal().ccc()),
    VALENCE_RMSE(
            "valence_rmse",
            "RMSE valence",
            "RMSE V",
            false,
            figures -> figures.valence().rmse()),
    AROUSAL_RMSE(
            "arousal_rmse",
            "RMSE arousal",
            "RMSE A",
            false,
            figures -> figures.arousal().rmse()),
    VALENCE_PEARSON(
            "valence_pearson",
            "Pearson valence",
            "r V",
            true,
            figures -> figures.valence().pearson()),
    AROUSAL_PEARSON(
            "arousal_pearson",
            "Pearson arousal",
            "r A",
            true,
            figures -> figures.arousal().pearson());

    /** The measures of the tables that have room for a few. */
    public static final List<ComparisonMeasure> HEADLINES =
            List.of(ACCURACY, KAPPA, MACRO_F1, VALENCE_CCC, AROUSAL_CCC, VALENCE_RMSE, AROUSAL_RMSE);

    private static final double ROUNDING = 1e-12;

    private final String key;
    private final String title;
    private final String shortTitle;
    private final boolean higher;
    private final ToDoubleFunction<ComparisonFigures> figure;

    ComparisonMeasure(
            String key, String title, String shortTitle, boolean higher, ToDoubleFunction<ComparisonFigures> figure) {
        this.key = key;
        this.title = title;
        this.shortTitle = shortTitle;
        this.higher = higher;
        this.figure = figure;
    }

    public static Optional<ComparisonMeasure> ofKey(String key) {
        return Stream.of(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** Returns the measure's name in addresses and in columns of files. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** Returns a short title, for a narrow column. */
    public String shortTitle() {
        return shortTitle;
    }

    /** Returns the figure of this measure; NaN if it is undefined. */
    public double of(ComparisonFigures figures) {
        return figure.applyAsDouble(figures);
    }

    /** Returns the number of images that the figure rests on. */
    public int images(ComparisonFigures figures) {
        return switch (this) {
            case ACCURACY, KAPPA, MACRO_F1 -> figures.expression().images();
            case VALENCE_CCC, VALENCE_RMSE, VALENCE_PEARSON -> figures.valence().images();
            case AROUSAL_CCC, AROUSAL_RMSE, AROUSAL_PEARSON -> figures.arousal().images();
        };
    }

    /** Whether a greater figure is a better one. */
    public boolean isHigherBetter() {
        return higher;
    }

    /** Whether one is better than the other, by more than rounding; never if one of them is undefined. */
    public boolean isBetter(ComparisonFigures one, ComparisonFigures other) {
        double better = of(one) - of(other);
        return higher ? better > ROUNDING : better < -ROUNDING;
    }

    /** Compares for an order in which the best comes first and an undefined figure last. */
    public int compare(ComparisonFigures one, ComparisonFigures other) {
        boolean undefined = Double.isNaN(of(one)) || Double.isNaN(of(other));
        return higher && !undefined
                ? Double.compare(of(other), of(one))
                : Double.compare(of(one), of(other)); // NaN is the greatest of all.
    }
}
