package org.c25.agreementdetail;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.agreement.Estimate;
import org.c25.concordance.DetailedCoefficient;
import org.jspecify.annotations.Nullable;

/** A coefficient in detail, for programs. What is undefined is null. */
public record DetailRow(
        @Schema(description = "the expression, class or group; null for all of the set") @Nullable
        String of,

        @Schema(description = "of a difference: the group that is subtracted; else null") @Nullable
        String less,

        @Nullable String dimension,

        @Schema(description = "null where the part has no figures") @Nullable
        String coefficient,

        @Nullable Double value,

        @Schema(description = "the same raters, other images")
        Interval overImages,

        @Schema(description = "the same images, other raters")
        Interval overRaters,

        @Schema(description = "other images and other raters")
        Interval overBoth,

        @Schema(description = "the images that it rests on") int images,

        @Schema(description = "the raters that it rests on") int participants,

        @Schema(description = "the pairs of participants in a mean over pairs; else null") @Nullable
        Integer pairs,

        @Schema(description = "why the value is null; else null") @Nullable
        String undefined,

        @Schema(description = "what to mind of the value or its intervals; else null") @Nullable
        String warning) {

    /** The names of {@link #cells}. */
    static final List<String> COLUMNS = List.of(
            "of",
            "less",
            "dimension",
            "coefficient",
            "value",
            "standard_error_images",
            "low_images",
            "high_images",
            "standard_error_raters",
            "low_raters",
            "high_raters",
            "standard_error_both",
            "low_both",
            "high_both",
            "images",
            "participants",
            "pairs",
            "undefined",
            "warning");

    /** An interval of 95 % and its standard error, if it has one. */
    public record Interval(
            @Nullable Double standardError,
            @Nullable Double low,
            @Nullable Double high) {

        private static final Interval NONE = new Interval(null, null, null);

        static Interval of(Estimate estimate) {
            return new Interval(orNull(estimate.standardError()), orNull(estimate.low()), orNull(estimate.high()));
        }

        Stream<@Nullable Object> cells() {
            return Stream.of(standardError, low, high);
        }
    }

    static DetailRow of(@Nullable String part, @Nullable String less, DetailedCoefficient one) {
        return new DetailRow(
                part,
                less,
                one.dimension().field(),
                one.key(),
                orNull(one.value()),
                Interval.of(one.intervals().overImages()),
                Interval.of(one.intervals().overRaters()),
                Interval.of(one.intervals().overBoth()),
                one.basis().images(),
                one.basis().participants(),
                one.basis().pairs() == 0 ? null : one.basis().pairs(),
                one.whyUndefined().orElse(null),
                one.warning().orElse(null));
    }

    /** Returns the row of a part that has no figures. */
    static DetailRow without(String part, int images, int participants, String why) {
        return new DetailRow(
                part,
                null,
                null,
                null,
                null,
                Interval.NONE,
                Interval.NONE,
                Interval.NONE,
                images,
                participants,
                null,
                why,
                null);
    }

    private static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    /** Returns its cells in a table, by {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        return Stream.of(
                        Stream.<@Nullable Object>of(of, less, dimension, coefficient, value),
                        overImages.cells(),
                        overRaters.cells(),
                        overBoth.cells(),
                        Stream.<@Nullable Object>of(images, participants, pairs, undefined, warning))
                .flatMap(cells -> cells)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
