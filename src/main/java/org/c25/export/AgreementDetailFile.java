package org.c25.export;

import java.util.List;
import java.util.Map;
import org.c25.agreementdetail.AgreementDetailView;
import org.c25.common.CsvLine;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/** The agreement of a set in detail as a table: a row a coefficient of the set, or of a part of it. */
final class AgreementDetailFile {

    private static final Map<String, String> ABOUT = Map.ofEntries(
            Map.entry("table", "coefficients, further, categories, classes, groups or differences"),
            Map.entry("grouping", "of groups and differences: what tells the groups apart; else empty"),
            Map.entry("of", "the expression, class or group; empty for the whole set"),
            Map.entry("less", "of a difference: the group that is subtracted; else empty"),
            Map.entry("dimension", "expression, valence or arousal"),
            Map.entry("coefficient", "its name in the API"),
            Map.entry("value", "its value; empty where it is undefined"),
            Map.entry("standard_error_images", "the standard error over images: the same raters, other images"),
            Map.entry("low_images", "the lower bound over images, of 95 %"),
            Map.entry("high_images", "the upper bound over images"),
            Map.entry("standard_error_raters", "the standard error over raters: the same images, other raters"),
            Map.entry("low_raters", "the lower bound over raters"),
            Map.entry("high_raters", "the upper bound over raters"),
            Map.entry("standard_error_both", "the standard error over other images and other raters"),
            Map.entry("low_both", "the lower bound over both"),
            Map.entry("high_both", "the upper bound over both"),
            Map.entry("undefined", "why there is no value"),
            Map.entry("warning", "what to mind of the value or its intervals"));

    private static final Map<String, String> WHOLE = Map.of(
            "images", "the images that it rests on",
            "participants", "the raters that it rests on",
            "pairs", "the pairs of participants that a mean over pairs rests on; else empty");

    private static final List<String> TEXTS =
            List.of("table", "grouping", "of", "less", "dimension", "coefficient", "undefined", "warning");

    private AgreementDetailFile() {}

    static SetFile of(SetView set, AgreementDetailView detail) {
        return new SetFile(
                "agreement-detail" + SetFile.ending(set),
                "agreement by expression, by class of images and by group of raters, with intervals over images, over raters and over both",
                AgreementDetailView.columns().stream()
                        .map(AgreementDetailFile::column)
                        .toList(),
                true,
                out -> {
                    CsvLine line = new CsvLine(out);
                    for (List<@Nullable Object> cells : detail.cells()) {
                        line.addAll(cells).end();
                    }
                });
    }

    private static Column column(String name) {
        String whole = WHOLE.get(name);
        if (whole != null) {
            return Column.whole(name, whole);
        }
        String about = ABOUT.getOrDefault(name, "");
        return TEXTS.contains(name) ? Column.text(name, about) : Column.number(name, about);
    }
}
