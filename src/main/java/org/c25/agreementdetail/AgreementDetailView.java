package org.c25.agreementdetail;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.c25.concordance.DetailedCoefficient;
import org.c25.concordance.GroupingAgreement;
import org.c25.concordance.PartAgreement;
import org.c25.results.Results;
import org.jspecify.annotations.Nullable;

/** The agreement of a set in detail, for programs. */
public record AgreementDetailView(
        long set,

        @Schema(description = "what the figures were made from, in words")
        String selection,

        @Schema(description = "the coefficients of the results, with three intervals")
        List<DetailRow> coefficients,

        @Schema(description = "coefficients that the results do not have")
        List<DetailRow> further,

        @Schema(description = "each expression against the rest")
        List<DetailRow> categories,

        @Schema(description = "the images of each class by AffectNet's label")
        List<DetailRow> classes,

        List<GroupingView> groupings) {

    /** Groups of raters, each by itself, and how much they differ. */
    public record GroupingView(
            @Schema(description = "labels, instructions, device, or the key of a question")
            String grouping,

            String title,
            List<DetailRow> groups,
            List<DetailRow> differences) {

        static GroupingView of(GroupingAgreement all) {
            return new GroupingView(
                    all.grouping().key(),
                    all.grouping().title(),
                    parts(all.groups()),
                    all.differences().stream()
                            .flatMap(one -> one.coefficients().stream()
                                    .map(figure -> DetailRow.of(one.one(), one.other(), figure)))
                            .toList());
        }
    }

    static AgreementDetailView of(
            Results results, SetDetail detail, boolean labels, List<GroupingAgreement> groupings) {
        return new AgreementDetailView(
                results.set().id(),
                results.selection().words(),
                rows(detail.main()),
                rows(detail.further()),
                parts(detail.categories()),
                labels ? parts(detail.classes()) : List.of(),
                groupings.stream().map(GroupingView::of).toList());
    }

    private static List<DetailRow> rows(List<DetailedCoefficient> all) {
        return all.stream().map(one -> DetailRow.of(null, null, one)).toList();
    }

    private static List<DetailRow> parts(List<PartAgreement> parts) {
        return parts.stream()
                .flatMap(part -> part.isDefined()
                        ? part.coefficients().stream().map(one -> DetailRow.of(part.name(), null, one))
                        : Stream.of(DetailRow.without(part.name(), part.images(), part.participants(), part.why())))
                .toList();
    }

    /** Returns the names of {@link #cells}. */
    public static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("table", "grouping"));
        columns.addAll(DetailRow.COLUMNS);
        return columns;
    }

    /** Returns all tables below each other; the first two cells of a row tell of which it is. */
    public List<List<@Nullable Object>> cells() {
        List<List<@Nullable Object>> all = new ArrayList<>();
        add(all, "coefficients", null, coefficients);
        add(all, "further", null, further);
        add(all, "categories", null, categories);
        add(all, "classes", null, classes);
        for (GroupingView one : groupings) {
            add(all, "groups", one.grouping(), one.groups());
            add(all, "differences", one.grouping(), one.differences());
        }
        return all;
    }

    private static void add(
            List<List<@Nullable Object>> all, String table, @Nullable String grouping, List<DetailRow> rows) {
        for (DetailRow row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(table);
            cells.add(grouping);
            cells.addAll(row.cells());
            all.add(cells);
        }
    }
}
