package org.c25.ratermodels;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.crowd.LabelModel;
import org.jspecify.annotations.Nullable;

/**
 * A model of raters that can be chosen: one of the expression, or the ordinal model of a scale.
 *
 * @param key its name in addresses and files, such as {@code one-coin} and {@code ordinal-valence}
 * @param about what the model takes raters to be, in a sentence
 * @param labels the model of the expression; null for a scale
 */
public record RaterModel(
        String key,
        String title,
        String about,
        Dimension dimension,
        @Nullable LabelModel labels) {

    /** The model that a page shows first. */
    static final RaterModel USUAL = of(LabelModel.ONE_COIN);

    public static List<RaterModel> all() {
        return Stream.concat(
                        LabelModel.all().stream().map(RaterModel::of),
                        Stream.of(Dimension.VALENCE, Dimension.AROUSAL).map(RaterModel::of))
                .toList();
    }

    private static RaterModel of(LabelModel labels) {
        return new RaterModel(labels.key(), labels.title(), labels.about(), Dimension.EXPRESSION, labels);
    }

    private static RaterModel of(Dimension scale) {
        return new RaterModel(
                "ordinal-" + scale.field(),
                "Ordinal model of " + scale.field(),
                "Each rater feels bias + scale × location + noise, and gives the step nearest to it.",
                scale,
                null);
    }

    static Optional<RaterModel> ofKey(String key) {
        return all().stream().filter(model -> model.key().equals(key)).findFirst();
    }
}
