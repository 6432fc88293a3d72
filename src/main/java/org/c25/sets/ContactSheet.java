package org.c25.sets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.c25.affect.Expression;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds a set's images for the contact sheet: a page of them, by class, name or index. */
@Component
@Transactional(readOnly = true)
public class ContactSheet {

    /** The number of images on a page. */
    public static final int PAGE = 200;

    private static final String COLUMNS = """
            position, source_index, filename, image_hash, image_type, image_width, image_height,
            affectnet_expression, affectnet_valence, affectnet_arousal, score
            """;

    private final JdbcClient jdbc;

    ContactSheet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An image on the sheet.
     *
     * @param expression the English name of AffectNet's class; null if it is none of the eight, or not known
     * @param score how confusing it is by the set's rule; null if chance decided
     */
    public record Picture(
            int position,
            long index,
            String filename,
            @Nullable String hash,
            @Nullable String type,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String expression,
            @Nullable Double valence,
            @Nullable Double arousal,
            @Nullable Double score) {

        /**
         * Returns a part of its address that changes with the image, so that a browser never shows the image that was
         * there before.
         */
        public String version() {
            return hash == null ? "" : hash.substring(0, 12);
        }
    }

    /**
     * One page of the sheet.
     *
     * @param found how many images there are on all pages
     */
    record Page(List<Picture> pictures, int found) {}

    public Page page(long setId, ContactSheetQuery query) {
        List<Object> values = new ArrayList<>(List.of(setId));
        String where = " from item where set_id = ?" + conditions(query, values);
        int found = jdbc.sql("select count(*)" + where)
                .params(values)
                .query(Integer.class)
                .single();
        String order = query.byScore() ? " order by coalesce(score, -1) desc, position" : " order by position";
        values.add(PAGE);
        values.add(query.from());
        return new Page(
                jdbc.sql("select " + COLUMNS + where + order + " limit ? offset ?")
                        .params(values)
                        .query(ContactSheet::map)
                        .list(),
                found);
    }

    private static String conditions(ContactSheetQuery query, List<Object> values) {
        StringBuilder conditions = new StringBuilder();
        if (query.expression().equals(ContactSheetQuery.OTHER)) {
            conditions.append(" and (affectnet_expression is null or affectnet_expression > 7)");
        } else if (!query.expression().isEmpty()) {
            conditions.append(" and affectnet_expression = ?");
            values.add(ContactSheetQuery.expression(query.expression())
                    .orElseThrow()
                    .affectNetCode());
        }
        if (!query.find().isEmpty()) {
            conditions.append(" and (lower(filename) like ? escape '!' or source_index = ?)");
            values.add("%" + query.find().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
            values.add(index(query.find()));
        }
        return conditions.toString();
    }

    /**
     * Reads an index as it is typed, or as it stands on the sheet: {@code 12} or {@code #12}. Returns −1, which no
     * image has, for any other text.
     */
    private static long index(String text) {
        try {
            return Long.parseLong(text.startsWith("#") ? text.substring(1) : text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * An overview of the set's images.
     *
     * @param classes how many images there are of each of AffectNet's classes, in alphabetical order
     * @param scored whether any image has a score
     */
    public record Overview(Map<String, Integer> classes, boolean scored) {}

    public Overview overview(long setId) {
        Map<String, Integer> classes = new TreeMap<>();
        int[] scored = {0};
        jdbc.sql("""
                        select affectnet_expression, count(*), count(score) from item
                        where set_id = ? group by affectnet_expression""").param(setId).query(row -> {
            int code = row.getInt(1);
            if (!row.wasNull()) {
                String name = Expression.ofAffectNetCode(code)
                        .map(Expression::english)
                        .orElse(ContactSheetQuery.OTHER);
                classes.merge(name, row.getInt(2), Integer::sum);
            }
            scored[0] += row.getInt(3);
        });
        classes.remove(ContactSheetQuery.OTHER);
        return new Overview(classes, scored[0] > 0);
    }

    public Optional<Picture> picture(long setId, long index) {
        return jdbc.sql("select " + COLUMNS + " from item where set_id = ? and source_index = ?")
                .params(setId, index)
                .query(ContactSheet::map)
                .optional();
    }

    public Optional<Picture> pictureAt(long setId, int position) {
        return jdbc.sql("select " + COLUMNS + " from item where set_id = ? and position = ?")
                .params(setId, position)
                .query(ContactSheet::map)
                .optional();
    }

    private static Picture map(ResultSet row, int n) throws SQLException {
        BigDecimal expression = row.getBigDecimal("affectnet_expression");
        return new Picture(
                row.getInt("position"),
                row.getLong("source_index"),
                row.getString("filename"),
                row.getString("image_hash"),
                row.getString("image_type"),
                (Integer) row.getObject("image_width"),
                (Integer) row.getObject("image_height"),
                expression == null
                        ? null
                        : Expression.ofAffectNetCode(expression.intValue())
                                .map(Expression::english)
                                .orElse(null),
                (Double) row.getObject("affectnet_valence"),
                (Double) row.getObject("affectnet_arousal"),
                (Double) row.getObject("score"));
    }
}
