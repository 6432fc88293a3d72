package org.c25.sets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.c25.affect.Expression;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A query for some of a set's images, in some order.
 *
 * @param expression the English name of one of AffectNet's classes, {@code other} for images of none of the eight,
 *     empty for all
 * @param find a part of the file name, or the index; empty for all
 * @param sort {@code score} for the highest scores first, else the set's own order
 * @param from how many images to skip
 */
public record ContactSheetQuery(String expression, String find, String sort, int from) {

    static final String OTHER = "other";
    private static final String SCORE = "score";

    /**
     * Returns the query that an address states.
     *
     * @param from how many images to skip; null for none
     * @param at the number of the image to come to, counted from 1, as somebody types it; it takes precedence over
     *     {@code from}
     */
    public static ContactSheetQuery of(
            @Nullable String expression,
            @Nullable String find,
            @Nullable String sort,
            @Nullable String from,
            @Nullable String at) {
        int place = number(at) - 1;
        int start = place >= 0 ? place / ContactSheet.PAGE * ContactSheet.PAGE : Math.max(0, number(from));
        String wanted = text(expression).toLowerCase(Locale.ROOT);
        return new ContactSheetQuery(choices().contains(wanted) ? wanted : "", text(find), text(sort), start);
    }

    /** Returns the classes that can be asked for, besides all. */
    public static List<String> choices() {
        return Stream.concat(Expression.all().stream().map(Expression::english).sorted(), Stream.of(OTHER))
                .toList();
    }

    public static Optional<Expression> expression(@Nullable String english) {
        return Expression.all().stream()
                .filter(one -> one.english().equals(english))
                .findFirst();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Returns the number in a text; 0 if it holds none. */
    private static int number(@Nullable String text) {
        try {
            return Integer.parseInt(text(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public boolean byScore() {
        return sort.equals(SCORE);
    }

    public boolean isFiltered() {
        return !expression.isEmpty() || !find.isEmpty();
    }

    /** Returns what is asked for by the names of the parameters; what is not said is left out. */
    public Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (!expression.isEmpty()) {
            fields.put("class", List.of(expression));
        }
        if (!find.isEmpty()) {
            fields.put("find", List.of(find));
        }
        if (byScore()) {
            fields.put("sort", List.of(SCORE));
        }
        if (from > 0) {
            fields.put("from", List.of(String.valueOf(from)));
        }
        return fields;
    }

    /** Returns the address of the same images from another one on, as the part after the path. */
    public String startingAt(int other) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        if (!expression.isEmpty()) {
            address.queryParam("class", expression);
        }
        if (!find.isEmpty()) {
            address.queryParam("find", "{find}");
        }
        if (byScore()) {
            address.queryParam("sort", SCORE);
        }
        return address.queryParam("from", Math.max(0, other))
                .encode()
                .buildAndExpand(Map.of("find", find))
                .toUriString();
    }
}
