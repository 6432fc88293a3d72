package org.c25.quality;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * One participant's figures and flags.
 *
 * @param flags raised now or decided on before, in the order of the rules
 * @param items of the set, in its order
 */
record PersonQuality(Member member, Figures figures, List<FlagView> flags, List<Item> items) {

    static final int SHOWN = 12;

    public int slot() {
        return member.slot();
    }

    public int answered() {
        return figures.answers().inOrder().size();
    }

    /** Whether any of the flags was accepted. */
    public boolean accepted() {
        return flags.stream().anyMatch(FlagView::isAccepted);
    }

    /** The figures as the table has them, a column each; – where one is not known or not defined. */
    public List<String> cells() {
        SelfAgreement self = figures.self();
        OthersAgreement others = figures.others();
        return List.of(
                cell(figures.medianMillis(), Numbers::seconds),
                cell(self.expressionKappa(), Numbers::two),
                cell(self.valenceKappa(), Numbers::two),
                cell(self.arousalKappa(), Numbers::two),
                cell(others.valence().ccc(), Numbers::two),
                cell(others.arousal().ccc(), Numbers::two),
                cell(others.majority(), Numbers::percent));
    }

    private static String cell(@Nullable Double figure, DoubleFunction<String> words) {
        return figure == null ? "–" : words.apply(figure);
    }

    /** The first few answers behind a flag. */
    public List<Shown> behind(FlagView flag) {
        Map<Integer, Answer> byPosition =
                figures.answers().inOrder().stream().collect(Collectors.toMap(Answer::position, Function.identity()));
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
     * An answer on the page.
     *
     * @param trial counted from 1
     * @param time null if it is not known
     */
    record Shown(
            int trial, Item item, String words, @Nullable String time) {

        public boolean hasPicture() {
            return item.imageHash() != null;
        }
    }
}
