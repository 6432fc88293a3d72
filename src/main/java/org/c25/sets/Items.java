package org.c25.sets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.images.Picture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the items; many at a time, so in plain SQL. */
@Component
class Items {

    private static final int BATCH = 1000;
    private static final String SELECT = """
            select id, position, source_index, filename, image_hash,
                affectnet_expression, affectnet_valence, affectnet_arousal
            from item where set_id = ?""";

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    Items(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** @param pictures by file name; empty for a set without pictures */
    void insert(long setId, List<ManifestRow> rows, Map<String, Picture> pictures) {
        int[] position = {0};
        batch.batchUpdate("""
                insert into item (set_id, position, source_index, filename, image_hash, image_type, image_width,
                    image_height, affectnet_expression, affectnet_valence, affectnet_arousal)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, BATCH, (statement, row) -> {
            Picture picture = pictures.get(row.filename());
            statement.setLong(1, setId);
            statement.setInt(2, position[0]++);
            statement.setLong(3, row.index());
            statement.setString(4, row.filename());
            statement.setObject(5, picture == null ? null : picture.hash(), java.sql.Types.VARCHAR);
            statement.setObject(6, picture == null ? null : picture.type(), java.sql.Types.VARCHAR);
            statement.setObject(7, picture == null ? null : picture.width(), java.sql.Types.INTEGER);
            statement.setObject(8, picture == null ? null : picture.height(), java.sql.Types.INTEGER);
            statement.setObject(9, row.label().expression(), java.sql.Types.SMALLINT);
            statement.setObject(10, row.label().valence(), java.sql.Types.DOUBLE);
            statement.setObject(11, row.label().arousal(), java.sql.Types.DOUBLE);
        });
    }

    List<Item> of(long setId) {
        return jdbc.sql(SELECT + " order by position")
                .param(setId)
                .query(Items::map)
                .list();
    }

    List<Item> page(long setId, int from, int limit) {
        return jdbc.sql(SELECT + " and position >= ? and position < ? order by position")
                .params(setId, from, from + limit)
                .query(Items::map)
                .list();
    }

    /** How many images there are of each of AffectNet's classes, in alphabetical order. */
    Map<String, Integer> classCounts(long setId) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql("""
                        select affectnet_expression, count(*) from item
                        where set_id = ? and affectnet_expression between 0 and 7 group by affectnet_expression""")
                .param(setId)
                .query((row, n) -> counts.put(
                        Expression.ofAffectNetCode(row.getInt(1)).orElseThrow().english(), row.getInt(2)))
                .list();
        return counts;
    }

    Optional<ItemImage> image(long setId, int position) {
        return jdbc.sql(
                        "select image_hash, image_type from item where set_id = ? and position = ? and image_hash is not null")
                .params(setId, position)
                .query((row, n) -> new ItemImage(row.getString(1), row.getString(2)))
                .optional();
    }

    private static Item map(ResultSet row, int n) throws SQLException {
        BigDecimal expression = row.getBigDecimal("affectnet_expression");
        return new Item(
                row.getLong("id"),
                row.getInt("position"),
                row.getLong("source_index"),
                row.getString("filename"),
                new AffectNetLabel(
                        expression == null ? null : expression.intValue(),
                        (Double) row.getObject("affectnet_valence"),
                        (Double) row.getObject("affectnet_arousal")),
                row.getString("image_hash"));
    }

    /** What a picture is stored under, and what kind of picture it is. */
    record ItemImage(String hash, String type) {}
}
