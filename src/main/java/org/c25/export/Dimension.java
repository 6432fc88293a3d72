package org.c25.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.agreement.RatingMatrix;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/** One of the three things that are rated, each with a C25 file of its own. */
enum Dimension {
    EXPRESSION(Dimension::expressionTexts, cell -> {
        Expression expression = cell.expression();
        return expression == null ? "" : String.valueOf(expression.code());
    }),
    AROUSAL(Step::c25Texts, cell -> text(cell.arousal())),
    VALENCE(Step::c25Texts, cell -> text(cell.valence()));

    private final List<String> texts;
    private final Function<RatingMatrix.Cell, String> textOf;

    Dimension(Supplier<List<String>> texts, Function<RatingMatrix.Cell, String> textOf) {
        this.texts = texts.get();
        this.textOf = textOf;
    }

    /** Every text that a cell may hold, besides being empty. */
    List<String> texts() {
        return texts;
    }

    /** What stands in the file for an answer; empty for none. */
    String text(RatingMatrix.@Nullable Cell cell) {
        return cell == null ? "" : textOf.apply(cell);
    }

    /** {@code expression_set1_C25.csv} and the like. */
    String filename(SetView set) {
        return name().toLowerCase(Locale.ROOT) + "_set" + set.number() + "_C" + set.capacity() + ".csv";
    }

    private static List<String> expressionTexts() {
        List<String> texts = new ArrayList<>();
        Expression.all().forEach(expression -> texts.add(String.valueOf(expression.code())));
        return List.copyOf(texts);
    }

    private static String text(@Nullable Step step) {
        return step == null ? "" : step.c25();
    }
}
