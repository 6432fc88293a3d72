package org.c25.sets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.c25.images.FaceBox;
import org.c25.images.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads items with all that is stored of them, and puts them back as they were. */
@Component
public class StoredItems {

    private static final String COLUMNS = "source_index, filename, image_hash, image_type, image_width, image_height,"
            + " affectnet_expression, affectnet_valence, affectnet_arousal, score, face_x, face_y, face_width, face_height";

    private static final String INSERT = "insert into item (id, set_id, position, " + COLUMNS + ") values (?, ?, ?, "
            + COLUMNS.replaceAll("\\w+", "?") + ")";

    private static final String UPDATE = "update item set " + COLUMNS.replaceAll("(\\w+)", "$1 = ?") + " where id = ?";

    private final Items items;
    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    StoredItems(Items items, JdbcTemplate batch, JdbcClient jdbc) {
        this.items = items;
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** Returns these items of a set, by position. */
    public List<WholeItem> of(long setId, Set<Long> indexes) {
        List<WholeItem> found = new ArrayList<>();
        jdbc.sql("select * from item where set_id = ? order by position")
                .param(setId)
                .query(row -> {
                    if (indexes.contains(row.getLong("source_index"))) {
                        found.add(whole(row));
                    }
                });
        return found;
    }

    /**
     * Inserts items that were removed, where they were, and moves the items behind them down.
     *
     * @param coming the items with the positions that they had, by position
     */
    public void putBack(long setId, List<WholeItem> coming) {
        for (int i = coming.size() - 1; i >= 0; i--) {
            int first = coming.get(i).item().position() - i;
            int last = i + 1 < coming.size() ? coming.get(i + 1).item().position() - i - 2 : Integer.MAX_VALUE - 2;
            items.shift(setId, first, last, i + 1);
        }
        batch.batchUpdate(
                INSERT, coming.stream().map(one -> inserted(setId, one)).toList());
    }

    /** Makes an item what it was before it was replaced, and moves it to where it was. */
    public void restore(long setId, WholeItem before) {
        Item item = before.item();
        int now = jdbc.sql("select position from item where id = ?")
                .param(item.id())
                .query(Integer.class)
                .single();
        batch.update(UPDATE, updated(before));
        items.move(setId, item.id(), now, item.position());
    }

    private static WholeItem whole(ResultSet row) throws SQLException {
        Item item = Items.map(row, 0);
        Picture picture = item.imageHash() == null
                ? null
                : new Picture(
                        item.imageHash(),
                        row.getString("image_type"),
                        row.getInt("image_width"),
                        row.getInt("image_height"));
        FaceBox face = row.getObject("face_x") == null
                ? null
                : new FaceBox(
                        row.getInt("face_x"),
                        row.getInt("face_y"),
                        row.getInt("face_width"),
                        row.getInt("face_height"));
        return new WholeItem(item, picture, (Double) row.getObject("score"), face);
    }

    private static @Nullable Object[] inserted(long setId, WholeItem one) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(one.item().id());
        values.add(setId);
        values.add(one.item().position());
        values.addAll(values(one));
        return values.toArray();
    }

    private static @Nullable Object[] updated(WholeItem one) {
        List<@Nullable Object> values = new ArrayList<>(values(one));
        values.add(one.item().id());
        return values.toArray();
    }

    private static List<@Nullable Object> values(WholeItem one) {
        Item item = one.item();
        Picture picture = one.picture();
        FaceBox face = one.face();
        return Arrays.asList(
                item.index(),
                item.filename(),
                picture == null ? null : picture.hash(),
                picture == null ? null : picture.type(),
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                item.label().expression(),
                item.label().valence(),
                item.label().arousal(),
                one.score(),
                face == null ? null : face.x(),
                face == null ? null : face.y(),
                face == null ? null : face.width(),
                face == null ? null : face.height());
    }
}
