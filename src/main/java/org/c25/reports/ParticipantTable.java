package org.c25.reports;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.c25.agreement.Basis;
import org.c25.agreement.RaterFigures;
import org.c25.agreement.Spread;
import org.c25.common.Numbers;
import org.c25.figures.AgreementRanks;
import org.c25.figures.FigureTable;
import org.c25.figures.SelectedSet;

/** A table of everybody's figures, in an order that the reader chose. */
record ParticipantTable(List<RaterFigures.Rater> raters, Order by) {

    /**
     * The figure by which the participants are ordered; the greatest is first, and participants without that figure are
     * last.
     */
    enum Order {
        AGREEMENT(
                "agreement with the others",
                rater -> rater.expression().agreement().mean()),
        KAPPA("Cohen's κ", rater -> rater.expression().cohenKappa().mean()),
        VALENCE("CCC of valence", rater -> rater.valence().ccc().mean()),
        AROUSAL("CCC of arousal", rater -> rater.arousal().ccc().mean());

        private final String words;
        private final ToDoubleFunction<RaterFigures.Rater> figure;

        Order(String words, ToDoubleFunction<RaterFigures.Rater> figure) {
            this.words = words;
            this.figure = figure;
        }

        public String words() {
            return words;
        }

        /** Returns the order as it stands in an address. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Order ofKey(String key) {
            for (Order order : values()) {
                if (order.key().equals(key)) {
                    return order;
                }
            }
            return AGREEMENT;
        }
    }

    static ParticipantTable of(SelectedSet view, Order by) {
        return new ParticipantTable(
                view.results().raterFigures().raters().stream()
                        .sorted(AgreementRanks.greatestFirst(by.figure).thenComparingInt(RaterFigures.Rater::slot))
                        .toList(),
                by);
    }

    /** Returns a figure with three decimals, for pages. */
    public String words(double figure) {
        return Numbers.coefficient(figure);
    }

    /** Returns mean and standard deviation, for pages. */
    public String words(RaterFigures.Steps steps) {
        return Numbers.decimals(steps.mean(), 2) + " ± " + Numbers.decimals(steps.sd(), 2);
    }

    /** Returns in words with how many others somebody is compared, for pages. */
    public String with(Spread spread) {
        return "with " + Numbers.count(spread.pairs(), "other");
    }

    /** Returns in words on how many images a figure rests, for pages. */
    public String on(int images) {
        return Numbers.count(images, "image");
    }

    /** Whether somebody gave so few answers of a dimension that their figures are rough. */
    public boolean isFew(int answers) {
        return answers < Basis.FEW;
    }

    FigureTable table() {
        FigureTable table = new FigureTable(
                "participant",
                "expression_answers",
                "with_majority_of_others",
                "pairwise_agreement",
                "pairwise_kappa",
                "valence_answers",
                "valence_mean",
                "valence_sd",
                "valence_ccc",
                "valence_pearson",
                "arousal_answers",
                "arousal_mean",
                "arousal_sd",
                "arousal_ccc",
                "arousal_pearson",
                "agreement_pairs",
                "kappa_pairs",
                "valence_ccc_pairs",
                "valence_pearson_pairs",
                "arousal_ccc_pairs",
                "arousal_pearson_pairs",
                "with_majority_of_others_images");
        for (RaterFigures.Rater rater : raters) {
            RaterFigures.Expressions expression = rater.expression();
            RaterFigures.Steps valence = rater.valence();
            RaterFigures.Steps arousal = rater.arousal();
            table.row(
                    rater.slot(),
                    expression.answers(),
                    expression.withMajorityOfOthers(),
                    expression.agreement().mean(),
                    expression.cohenKappa().mean(),
                    valence.answers(),
                    valence.mean(),
                    valence.sd(),
                    valence.ccc().mean(),
                    valence.pearson().mean(),
                    arousal.answers(),
                    arousal.mean(),
                    arousal.sd(),
                    arousal.ccc().mean(),
                    arousal.pearson().mean(),
                    expression.agreement().pairs(),
                    expression.cohenKappa().pairs(),
                    valence.ccc().pairs(),
                    valence.pearson().pairs(),
                    arousal.ccc().pairs(),
                    arousal.pearson().pairs(),
                    expression.compared());
        }
        return table;
    }
}
