package org.c25.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as its page shows it, for {@code fragments/table}.
 *
 * @param path the path of the page
 * @param query what is shown, on the page that there is
 * @param rows the rows on this page
 * @param found how many rows there are on all pages
 * @param total how many rows there are without a filter
 * @param pages how many pages there are, at least 1
 * @param statuses how many rows have each state, by its key
 * @param headings the headings by which people sort, by their keys
 */
public record TableView<T>(
        String path,
        TableQuery query,
        List<T> rows,
        int found,
        int total,
        int pages,
        Map<String, Integer> statuses,
        Map<String, Heading> headings) {

    /**
     * A heading that sorts the table.
     *
     * @param sort what its link asks for: this column, or the other way round where it is sorted by it
     * @param sorted {@code ascending} or {@code descending}; null where another column, or none, gives the order
     */
    public record Heading(
            String words, String sort, @Nullable String sorted) {}

    public int page() {
        return query.page() == null ? 1 : query.page();
    }

    /** Returns the address of the same table in another order. */
    public String sortedBy(String sort) {
        return query.sortedBy(sort).in(path);
    }

    /** Returns the address of the rows in one state; null for all of them. */
    public String withStatus(@Nullable String key) {
        return query.withStatus(key).in(path);
    }

    public String onPage(int number) {
        return query.onPage(number).in(path);
    }

    /** Returns the address of all rows. */
    public String ofAll() {
        return query.ofAll().in(path);
    }
}
