package org.c25.results;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.c25.agreement.RaterFigures;

/** Everybody's figures, in an order that somebody asked for. */
record People(List<RaterFigures.Rater> raters, Order by) {

    /** By what the participants are ordered; the greatest first, who has no figure last. */
    enum Order {
        AGREEMENT("agreement with the others", rater -> rater.expression().agreement()),
        KAPPA("Cohen's κ", rater -> rater.expression().cohenKappa()),
        VALENCE("CCC of valence", rater -> rater.valence().ccc()),
        AROUSAL("CCC of arousal", rater -> rater.arousal().ccc());

        private final String words;
        private final ToDoubleFunction<RaterFigures.Rater> figure;

        Order(String words, ToDoubleFunction<RaterFigures.Rater> figure) {
            this.words = words;
            this.figure = figure;
        }

        public String words() {
            return words;
        }

        /** As an address has it. */
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

    static People of(View view, Order by) {
        return new People(
                view.results().raterFigures().raters().stream()
                        .sorted(Ranks.greatestFirst(by.figure).thenComparingInt(RaterFigures.Rater::slot))
                        .toList(),
                by);
    }

    /** For pages: a figure with three decimals. */
    public String words(double figure) {
        return Words.number(figure, 3);
    }

    /** For pages: mean and standard deviation. */
    public String words(RaterFigures.Steps steps) {
        return Words.number(steps.mean(), 2) + " ± " + Words.number(steps.sd(), 2);
    }

    Table table() {
        Table table = new Table(
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
                "arousal_pearson");
        for (RaterFigures.Rater rater : raters) {
            table.row(
                    rater.slot(),
                    rater.expression().answers(),
                    rater.expression().withMajorityOfOthers(),
                    rater.expression().agreement(),
                    rater.expression().cohenKappa(),
                    rater.valence().answers(),
                    rater.valence().mean(),
                    rater.valence().sd(),
                    rater.valence().ccc(),
                    rater.valence().pearson(),
                    rater.arousal().answers(),
                    rater.arousal().mean(),
                    rater.arousal().sd(),
                    rater.arousal().ccc(),
                    rater.arousal().pearson());
        }
        return table;
    }
}
