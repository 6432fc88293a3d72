package org.c25.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.agreement.ImageVotes;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/** One of the three things that are rated, each with a C25 file of its own. */
enum C25Dimension {
    EXPRESSION(C25Dimension::expressionTexts, cell -> {
        Expression expression = cell.expression();
        return expression == null ? null : expression.code();
    }),
    AROUSAL(Step::c25Texts, cell -> place(cell.arousal())),
    VALENCE(Step::c25Texts, cell -> place(cell.valence()));

    private final List<String> texts;
    private final Function<RatingMatrix.Cell, @Nullable Integer> placeOf;

    C25Dimension(Supplier<List<String>> texts, Function<RatingMatrix.Cell, @Nullable Integer> placeOf) {
        this.texts = texts.get();
        this.placeOf = placeOf;
    }

    /** Returns every text that a cell may hold, besides being empty; the least comes first. */
    List<String> texts() {
        return texts;
    }

    /** Returns what the file holds for an answer; empty if there is no answer. */
    String text(RatingMatrix.@Nullable Cell cell) {
        Integer place = cell == null ? null : placeOf.apply(cell);
        return place == null ? "" : texts.get(place);
    }

    /** Counts how often each of the texts is the answer. */
    ImageVotes votes(RatingMatrix.@Nullable Cell[] cells) {
        int[] counts = new int[texts.size()];
        for (RatingMatrix.Cell cell : cells) {
            Integer place = cell == null ? null : placeOf.apply(cell);
            if (place != null) {
                counts[place]++;
            }
        }
        return new ImageVotes(counts);
    }

    /** Returns the file's name, such as {@code expression_set1_C25.csv}. */
    String filename(SetView set) {
        return name().toLowerCase(Locale.ROOT) + SetFile.ending(set);
    }

    private static List<String> expressionTexts() {
        List<String> texts = new ArrayList<>();
        Expression.all().forEach(expression -> texts.add(String.valueOf(expression.code())));
        return List.copyOf(texts);
    }

    private static @Nullable Integer place(@Nullable Step step) {
        return step == null ? null : step.value() - Step.LEAST;
    }
}
