package org.c25.figures;

import java.util.function.Function;
import org.c25.agreement.RaterFigures;
import org.c25.agreement.RaterFigures.Rater;
import org.c25.agreement.Spread;

/** A measure that compares two participants. */
enum PairMeasure {
    AGREEMENT(
            "pairs-expression",
            "Pairs: same expression",
            "share of images with the same expression",
            "share",
            RaterFigures::agreement,
            RaterFigures::sharedExpression,
            rater -> rater.expression().agreement()),
    KAPPA(
            "pairs-kappa",
            "Pairs: Cohen's κ",
            "Cohen's κ of the expressions",
            "κ",
            RaterFigures::cohenKappa,
            RaterFigures::sharedExpression,
            rater -> rater.expression().cohenKappa()),
    VALENCE(
            "pairs-valence",
            "Pairs: CCC of valence",
            "Lin's concordance of valence",
            "CCC",
            RaterFigures::valenceCcc,
            RaterFigures::sharedValence,
            rater -> rater.valence().ccc()),
    AROUSAL(
            "pairs-arousal",
            "Pairs: CCC of arousal",
            "Lin's concordance of arousal",
            "CCC",
            RaterFigures::arousalCcc,
            RaterFigures::sharedArousal,
            rater -> rater.arousal().ccc());

    final String key;
    final String title;
    final String words;
    final String unit;
    final Function<RaterFigures, double[][]> matrix;
    final Function<RaterFigures, int[][]> images;
    final Function<Rater, Spread> mean;

    PairMeasure(
            String key,
            String title,
            String words,
            String unit,
            Function<RaterFigures, double[][]> matrix,
            Function<RaterFigures, int[][]> images,
            Function<Rater, Spread> mean) {
        this.key = key;
        this.title = title;
        this.words = words;
        this.unit = unit;
        this.matrix = matrix;
        this.images = images;
        this.mean = mean;
    }
}
