package org.c25.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants to see of a table, as the address says it: {@code ?q=kim&status=STALLED&sort=-made&page=2}. A
 * handler takes it with {@code @ModelAttribute("query")}, and hands it on to the page that comes after an action.
 *
 * @param q the words to look for
 * @param status the key of the state that rows have
 * @param sort the key of the column by which to sort; with a − before it the other way round
 * @param page the number of the page, from 1
 */
public record TableQuery(
        @Nullable String q,
        @Nullable String status,
        @Nullable String sort,
        @Nullable Integer page) {

    public static final TableQuery ALL = new TableQuery(null, null, null, null);

    /** Returns the words to look for; empty for none. */
    public String words() {
        return q == null ? "" : q.strip();
    }

    /** Whether a row with this text has the words in it. */
    boolean finds(String text) {
        return text.toLowerCase(Locale.ROOT).contains(words().toLowerCase(Locale.ROOT));
    }

    /** Whether some rows may be left out. */
    public boolean isFiltered() {
        return !words().isEmpty() || !given(status).isEmpty();
    }

    public TableQuery sortedBy(String key) {
        return new TableQuery(q, status, key, null);
    }

    public TableQuery withStatus(@Nullable String key) {
        return new TableQuery(q, key, sort, null);
    }

    public TableQuery onPage(int number) {
        return new TableQuery(q, status, sort, number);
    }

    /** Returns the same order of all rows. */
    public TableQuery ofAll() {
        return ALL.sortedBy(given(sort));
    }

    /** Returns what is wanted by the names of the parameters; what is not said is left out. */
    public Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        put(fields, "q", words());
        put(fields, "status", given(status));
        put(fields, "sort", given(sort));
        put(fields, "page", page == null || page < 2 ? "" : page.toString());
        return fields;
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, List.of(value));
        }
    }

    /** Returns the address of the table on the page at this path. */
    public String in(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>();
        fields().forEach((name, value) -> {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value.get(0));
        });
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
