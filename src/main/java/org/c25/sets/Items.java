package org.c25.sets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.c25.affect.AffectNetLabel;
import org.c25.images.FaceBox;
import org.c25.images.Picture;
import org.c25.manifests.ManifestRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the items. Plain SQL reads and writes them, since there are many at a time. */
@Component
public class Items {

    private static final int BATCH = 1000;
    private static final String SELECT = """
            select id, position, source_index, filename, image_hash,
                affectnet_expression, affectnet_valence, affectnet_arousal
            from item where set_id = ?""";

    private static final int FETCH = 5000;

    private final JdbcTemplate batch;
    private final JdbcTemplate streaming;
    private final JdbcClient jdbc;

    Items(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(batch.getDataSource()));
        this.streaming.setFetchSize(FETCH);
        this.jdbc = jdbc;
    }

    /**
     * Inserts the items of a new set.
     *
     * @param pictures the pictures by file name; empty for a set without pictures
     */
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

    public List<Item> of(long setId) {
        return jdbc.sql(SELECT + " order by position")
                .param(setId)
                .query(Items::map)
                .list();
    }

    /** Returns some items in the order of the set. */
    List<Item> some(long setId, Collection<Long> ids) {
        return jdbc.sql(SELECT.replace("?", ":set") + " and id in (:ids) order by position")
                .param("set", setId)
                .param("ids", ids)
                .query(Items::map)
                .list();
    }

    long[] ids(long setId) {
        return jdbc
                .sql("select id from item where set_id = ? order by position")
                .param(setId)
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /**
     * Passes on the items from one position up to, but not including, another, one after the other in the order of the
     * set, without holding them all.
     */
    void forEach(long setId, int from, int to, Consumer<Item> item) {
        streaming.query(
                SELECT + " and position >= ? and position < ? order by position",
                (RowCallbackHandler) row -> item.accept(map(row, 0)),
                setId,
                from,
                to);
    }

    public Optional<Item> find(long setId, long index) {
        return jdbc.sql(SELECT + " and source_index = ?")
                .params(setId, index)
                .query(Items::map)
                .optional();
    }

    /**
     * Deletes items, and moves the items behind them up.
     *
     * @param leaving the items to delete, by position
     */
    public void remove(long setId, List<Item> leaving) {
        batch.batchUpdate(
                "delete from item where id = ?",
                leaving.stream().map(item -> new Object[] {item.id()}).toList());
        for (int i = 0; i < leaving.size(); i++) {
            int last = i + 1 < leaving.size() ? leaving.get(i + 1).position() - 1 : Integer.MAX_VALUE - 2;
            shift(setId, leaving.get(i).position() + 1, last, -(i + 1));
        }
    }

    /** Moves an item to another position, and those between by one. */
    public void move(long setId, long id, int from, int to) {
        if (from == to) {
            return;
        }
        place(id, -1);
        if (from < to) {
            shift(setId, from + 1, to, -1);
        } else {
            shift(setId, to, from - 1, 1);
        }
        place(id, to);
    }

    private void place(long id, int position) {
        jdbc.sql("update item set position = ? where id = ?")
                .params(position, id)
                .update();
    }

    /**
     * Shifts the items between two positions, by way of positions below −1: PostgreSQL checks after each row that no
     * two items have one position.
     */
    void shift(long setId, int first, int last, int by) {
        if (first > last) {
            return;
        }
        jdbc.sql("update item set position = -2 - position where set_id = ? and position between ? and ?")
                .params(setId, first, last)
                .update();
        jdbc.sql("update item set position = -2 - position + ? where set_id = ? and position < -1")
                .params(by, setId)
                .update();
    }

    /** Gives items, all that the set has, other positions, indexes and labels. */
    public void relist(long setId, List<Item> all) {
        // Neither database takes two items at one position or of one index, not even for a moment.
        jdbc.sql("update item set position = -2 - position, source_index = -1 - id where set_id = ?")
                .param(setId)
                .update();
        batch.batchUpdate("""
                update item set position = ?, source_index = ?, affectnet_expression = ?, affectnet_valence = ?,
                    affectnet_arousal = ? where id = ?""", all, BATCH, (statement, item) -> {
            statement.setInt(1, item.position());
            statement.setLong(2, item.index());
            statement.setObject(3, item.label().expression(), java.sql.Types.SMALLINT);
            statement.setObject(4, item.label().valence(), java.sql.Types.DOUBLE);
            statement.setObject(5, item.label().arousal(), java.sql.Types.DOUBLE);
            statement.setLong(6, item.id());
        });
    }

    /**
     * Gives an item another picture. The item then has no score, and is not cut from an image of AffectNet any more.
     */
    public void replacePicture(long id, String filename, Picture picture) {
        jdbc.sql("""
                        update item set filename = ?, image_hash = ?, image_type = ?, image_width = ?, image_height = ?,
                            score = null, face_x = null, face_y = null, face_width = null, face_height = null
                        where id = ?""")
                .params(filename, picture.hash(), picture.type(), picture.width(), picture.height(), id)
                .update();
    }

    /** Replaces an item by another image of AffectNet's. */
    public void replace(long id, NewItem next) {
        FaceBox face = next.face();
        Picture picture = next.picture();
        jdbc.sql("""
                        update item set source_index = ?, filename = ?, image_hash = ?, image_type = ?, image_width = ?,
                            image_height = ?, affectnet_expression = ?, affectnet_valence = ?, affectnet_arousal = ?,
                            score = ?, face_x = ?, face_y = ?, face_width = ?, face_height = ?
                        where id = ?""")
                .params(next.index(), next.filename(), picture.hash(), picture.type())
                .params(picture.width(), picture.height())
                .params(new Object[] {
                    next.label().expression(),
                    next.label().valence(),
                    next.label().arousal()
                })
                .params(new Object[] {next.score()})
                .params(new Object[] {
                    face == null ? null : face.x(),
                    face == null ? null : face.y(),
                    face == null ? null : face.width(),
                    face == null ? null : face.height()
                })
                .param(id)
                .update();
    }

    /** Stores how the images of a set were ranked when they were chosen. */
    public void score(long setId, List<ItemScore> scores) {
        batch.batchUpdate("""
                update item set score = ?, face_x = ?, face_y = ?, face_width = ?, face_height = ?
                where set_id = ? and source_index = ?""", scores, BATCH, (statement, one) -> {
            FaceBox face = one.face();
            statement.setObject(1, one.score(), java.sql.Types.DOUBLE);
            statement.setObject(2, face == null ? null : face.x(), java.sql.Types.INTEGER);
            statement.setObject(3, face == null ? null : face.y(), java.sql.Types.INTEGER);
            statement.setObject(4, face == null ? null : face.width(), java.sql.Types.INTEGER);
            statement.setObject(5, face == null ? null : face.height(), java.sql.Types.INTEGER);
            statement.setLong(6, setId);
            statement.setLong(7, one.index());
        });
    }

    /** Returns the picture of an item; empty in a set without pictures. */
    public Optional<Picture> picture(long id) {
        return jdbc.sql("""
                        select image_hash, image_type, image_width, image_height from item
                        where id = ? and image_hash is not null""").param(id).query(Items::picture).optional();
    }

    private static Picture picture(ResultSet row, int n) throws SQLException {
        return new Picture(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4));
    }

    /** Returns the pictures of a set as they were checked, by their hash. */
    public Map<String, Picture> pictures(long setId) {
        Map<String, Picture> pictures = new HashMap<>();
        jdbc.sql("""
                        select distinct image_hash, image_type, image_width, image_height from item
                        where set_id = ? and image_hash is not null""").param(setId).query(row -> {
            Picture picture = picture(row, 0);
            pictures.put(picture.hash(), picture);
        });
        return pictures;
    }

    static Item map(ResultSet row, int n) throws SQLException {
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
}
