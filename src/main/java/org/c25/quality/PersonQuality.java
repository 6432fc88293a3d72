package org.c25.quality;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.agreement.Basis;
import org.c25.agreement.SelfAgreement;
import org.c25.common.Numbers;
import org.c25.participation.Rater;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * One participant's figures and flags.
 *
 * @param flags the flags that are raised now or were decided on before, in the order of the rules
 * @param items the items of the set, in its order
 */
public record PersonQuality(Rater member, ParticipantFigures figures, List<FlagView> flags, List<Item> items) {

    static final int SHOWN = 12;

    public int slot() {
        return member.slot();
    }

    public int answered() {
        return figures.answers().inOrder().size();
    }

    /** Returns the flags that are raised and on which nobody has decided yet. */
    List<FlagKind> undecided() {
        return flags.stream().filter(FlagView::isUndecided).map(FlagView::rule).toList();
    }

    /** Whether any of the flags was accepted. */
    public boolean accepted() {
        return flags.stream().anyMatch(FlagView::isAccepted);
    }

    /** Returns the figures for the table, one a column. */
    public List<Cell> cells() {
        SelfAgreement self = figures.self();
        OthersAgreement others = figures.others();
        return List.of(
                Cell.of(
                        figures.medianMillis(),
                        Numbers::seconds,
                        figures.answers().timed().size(),
                        "answer"),
                kappa(self.expression().kappa(), self.expression().pairs()),
                kappa(self.valence().kappa(), self.valence().pairs()),
                kappa(self.arousal().kappa(), self.arousal().pairs()),
                Cell.of(
                        others.valence().ccc(),
                        Numbers::coefficient,
                        others.valence().images(),
                        "image"),
                Cell.of(
                        others.arousal().ccc(),
                        Numbers::coefficient,
                        others.arousal().images(),
                        "image"),
                Cell.of(others.majority(), Numbers::percent, others.compared(), "image"));
    }

    private static Cell kappa(double figure, int pairs) {
        return Cell.of(Double.isNaN(figure) ? null : Double.valueOf(figure), Numbers::coefficient, pairs, "pair");
    }

    /**
     * A figure and the number of data on which it rests.
     *
     * @param value the figure; – if it is not known or not defined
     * @param basis such as {@code 26 images}; also given if there is no figure
     */
    record Cell(String value, String basis) {

        static Cell of(@Nullable Double figure, DoubleFunction<String> words, int number, String what) {
            String few = number > 0 && number < Basis.FEW ? ", few" : "";
            String basis = Numbers.count(number, what) + few;
            return new Cell(figure == null ? Numbers.NONE : words.apply(figure), basis);
        }
    }

    /** Returns the first few answers behind a flag. */
    public List<Shown> behind(FlagView flag) {
        Map<Integer, AnsweredTrial> byPosition = figures.answers().inOrder().stream()
                .collect(Collectors.toMap(AnsweredTrial::position, Function.identity()));
        return flag.positions().stream()
                .limit(SHOWN)
                .map(byPosition::get)
                .map(answer -> new Shown(
                        answer.position() + 1,
                        items.get(answer.item()),
                        answer.words(),
                        answer.isTimed() ? Numbers.seconds(answer.millis()) : null))
                .toList();
    }

    /**
     * An answer as the page shows it.
     *
     * @param trial the number of the trial, from 1
     * @param time the response time; null if it is not known
     */
    record Shown(
            int trial, Item item, String words, @Nullable String time) {

        public boolean hasPicture() {
            return item.imageHash() != null;
        }
    }
}
