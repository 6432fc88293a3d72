package org.c25.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.common.Moments;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * The rows of the models and of their predictions. A prediction counts as long as its item shows the picture for which
 * it was made.
 */
@Component
class ModelRows {

    private static final int BATCH = 1000;

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;
    private final Clock clock;

    ModelRows(JdbcTemplate batch, JdbcClient jdbc, Clock clock) {
        this.batch = batch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Inserts a model with its predictions.
     *
     * @return the new model's id
     */
    long insert(long setId, String name, String note, LabelScheme scheme, String by, PredictionsUpload upload) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into model_rater (set_id, name, note, coding, none_of_eight, sha256, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        setId,
                        name,
                        note,
                        scheme.name(),
                        upload.noneOfEight(),
                        upload.sha256(),
                        by,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        batch.batchUpdate("""
                insert into model_prediction (model_id, item_id, image_hash, expression, valence, arousal)
                values (?, ?, ?, ?, ?, ?)""", upload.predictions(), BATCH, (statement, one) -> {
            statement.setLong(1, id);
            statement.setLong(2, one.item().id());
            statement.setObject(3, one.item().imageHash(), Types.VARCHAR);
            statement.setObject(
                    4, one.expression() == null ? null : one.expression().code(), Types.SMALLINT);
            statement.setObject(5, one.valence(), Types.DOUBLE);
            statement.setObject(6, one.arousal(), Types.DOUBLE);
        });
        return id;
    }

    boolean has(long setId, String name) {
        return jdbc.sql("select count(*) from model_rater where set_id = ? and name = ?")
                        .params(setId, name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Returns the models of a set, by name. */
    List<ModelView> of(long setId) {
        return jdbc.sql("select * from model_rater where set_id = ? order by name, id")
                .param(setId)
                .query(ModelRows::view)
                .list();
    }

    Optional<ModelView> find(long setId, long id) {
        return jdbc.sql("select * from model_rater where set_id = ? and id = ?")
                .params(setId, id)
                .query(ModelRows::view)
                .optional();
    }

    private static ModelView view(ResultSet row, int n) throws SQLException {
        return new ModelView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("note"),
                LabelScheme.valueOf(row.getString("coding")),
                row.getInt("none_of_eight"),
                row.getString("sha256"),
                row.getString("added_by"),
                Moments.in(row, "added_at"));
    }

    /**
     * Returns what a model says of each image, by position in the set. It says nothing of a picture that was replaced
     * since.
     *
     * @param items all items of the set, in its order
     */
    RaterSeries predictions(long id, List<Item> items) {
        Map<Long, Item> byId = items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        RaterSeries series = RaterSeries.silent(items.size());
        jdbc.sql("select item_id, image_hash, expression, valence, arousal from model_prediction where model_id = ?")
                .param(id)
                .query(row -> {
                    Item item = byId.get(row.getLong("item_id"));
                    if (item != null && Objects.equals(item.imageHash(), row.getString("image_hash"))) {
                        int position = item.position();
                        series.expression()[position] = Optional.ofNullable(row.getObject("expression", Integer.class))
                                .orElse(RaterSeries.NONE);
                        series.valence()[position] = number(row, "valence");
                        series.arousal()[position] = number(row, "arousal");
                    }
                });
        return series;
    }

    private static double number(ResultSet row, String column) throws SQLException {
        @Nullable Double value = row.getObject(column, Double.class);
        return value == null ? Double.NaN : value;
    }

    /** Deletes a model with its predictions. */
    void delete(long id) {
        jdbc.sql("delete from model_rater where id = ?").param(id).update();
    }
}
