package org.c25.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that people search and sort: which words a row is found by, in which states it can be, and the columns by which
 * it can be sorted. The rows are all in memory.
 */
public final class Table<T> {

    private static final String REVERSED = "-";

    private final Function<T, String> text;
    private final List<String> states;
    private final Function<T, Collection<String>> statesOf;
    private final Map<String, Column<T>> columns;

    /**
     * A column by which the table can be sorted.
     *
     * @param key its name in the address
     * @param words its heading
     * @param falling whether the greatest comes first
     */
    public record Column<T>(String key, String words, boolean falling, Comparator<T> order) {

        /** Returns a column of words or numbers, the least first. */
        public static <T, V extends Comparable<V>> Column<T> least(String key, String words, Function<T, V> value) {
            return new Column<>(key, words, false, Comparator.comparing(value));
        }

        /** Returns a column of numbers or times, the greatest first, and rows without any last. */
        public static <T, V extends Comparable<V>> Column<T> most(
                String key, String words, Function<T, @Nullable V> value) {
            return new Column<>(
                    key, words, true, Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder())));
        }
    }

    /**
     * Makes a table.
     *
     * @param text what is written in a row
     * @param states the keys of all states, such as {@code STALLED}, in their order on the page
     * @param statesOf the states that a row has
     */
    public Table(
            Function<T, String> text,
            List<String> states,
            Function<T, Collection<String>> statesOf,
            List<Column<T>> columns) {
        this.text = text;
        this.states = states;
        this.statesOf = statesOf;
        this.columns = columns.stream()
                .collect(Collectors.toMap(Column::key, column -> column, (one, same) -> one, LinkedHashMap::new));
    }

    /** Makes a table whose rows have no states. */
    public Table(Function<T, String> text, List<Column<T>> columns) {
        this(text, List.of(), row -> List.of(), columns);
    }

    /** Returns the rows that are wanted, on all pages, in the order that is wanted, or else in theirs. */
    public List<T> rows(List<T> all, TableQuery query) {
        List<T> found = all.stream()
                .filter(row -> query.finds(text.apply(row)))
                .filter(row -> query.status() == null
                        || query.status().isEmpty()
                        || statesOf.apply(row).contains(query.status()))
                .toList();
        Column<T> column = sortedBy(query);
        return column == null
                ? found
                : found.stream().sorted(order(column, isReversed(query))).toList();
    }

    /** Returns the rows that somebody means: all that the filter shows, on all pages, or else those that are ticked. */
    public List<T> meant(List<T> all, TableQuery query, boolean shown, Predicate<T> ticked) {
        return shown ? rows(all, query) : all.stream().filter(ticked).toList();
    }

    /**
     * Returns what the page shows.
     *
     * @param path the path of the page
     * @param onPage the most rows on a page
     */
    public TableView<T> view(String path, List<T> all, TableQuery query, int onPage) {
        List<T> found = rows(all, query);
        int pages = Math.max(1, (found.size() + onPage - 1) / onPage);
        int page = Math.max(1, Math.min(query.page() == null ? 1 : query.page(), pages));
        return new TableView<>(
                path,
                query.onPage(page),
                found.subList((page - 1) * onPage, Math.min(page * onPage, found.size())),
                found.size(),
                all.size(),
                pages,
                counts(all),
                headings(query));
    }

    /** Returns what a page shows that has all rows on it. */
    public TableView<T> view(String path, List<T> all, TableQuery query) {
        return view(path, all, query, Math.max(1, all.size()));
    }

    /** Counts the rows in each state; a state without any is left out. */
    private Map<String, Integer> counts(List<T> all) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String state : states) {
            int count = (int) all.stream()
                    .filter(row -> statesOf.apply(row).contains(state))
                    .count();
            if (count > 0) {
                counts.put(state, count);
            }
        }
        return counts;
    }

    private Map<String, TableView.Heading> headings(TableQuery query) {
        Column<T> present = sortedBy(query);
        Map<String, TableView.Heading> headings = new LinkedHashMap<>();
        columns.forEach((key, column) -> {
            boolean here = column == present;
            boolean reversed = isReversed(query);
            headings.put(
                    key,
                    new TableView.Heading(
                            column.words(),
                            here && !reversed ? REVERSED + key : key,
                            here ? (column.falling() != reversed ? "descending" : "ascending") : null));
        });
        return headings;
    }

    private @Nullable Column<T> sortedBy(TableQuery query) {
        String sort = query.sort() == null ? "" : query.sort();
        return columns.get(isReversed(query) ? sort.substring(REVERSED.length()) : sort);
    }

    private static boolean isReversed(TableQuery query) {
        return query.sort() != null && query.sort().startsWith(REVERSED);
    }

    private static <T> Comparator<T> order(Column<T> column, boolean reversed) {
        return column.falling() != reversed ? column.order().reversed() : column.order();
    }
}
