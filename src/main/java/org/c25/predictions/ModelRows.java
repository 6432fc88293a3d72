package org.c25.predictions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.common.Moments;
import org.c25.sets.SetDeleted;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of the models, with their cards. */
@Component
class ModelRows {

    private static final String MODEL = """
            select model_rater.*, model_card.sha256 as card_sha256, model_card.has_split
            from model_rater left join model_card on model_card.model_id = model_rater.id""";

    private final PredictionRows predictions;
    private final JdbcClient jdbc;
    private final Clock clock;

    ModelRows(PredictionRows predictions, JdbcClient jdbc, Clock clock) {
        this.predictions = predictions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Inserts a model with its predictions.
     *
     * @return the new model's id
     */
    long insert(
            long setId,
            String name,
            String note,
            LabelScheme scheme,
            String by,
            PredictionsUpload upload,
            @Nullable ModelCard card) {
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
        predictions.insert(id, upload.predictions());
        if (card != null) {
            jdbc.sql("insert into model_card (model_id, content, sha256, has_split) values (?, ?, ?, ?)")
                    .params(id, card.content(), card.sha256(), card.split().isPresent())
                    .update();
        }
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
        return jdbc.sql(MODEL + " where set_id = ? order by name, id")
                .param(setId)
                .query(ModelRows::view)
                .list();
    }

    Optional<ModelView> find(long setId, long id) {
        return jdbc.sql(MODEL + " where set_id = ? and id = ?")
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
                card(row),
                row.getString("added_by"),
                Moments.in(row, "added_at"));
    }

    private static ModelView.@Nullable Card card(ResultSet row) throws SQLException {
        @Nullable String sha256 = row.getString("card_sha256");
        return sha256 == null ? null : new ModelView.Card(sha256, row.getBoolean("has_split"));
    }

    /** Returns the card of a model; empty if it has none. */
    Optional<ModelCard> card(long id) {
        return jdbc.sql("select content from model_card where model_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(ModelCard::stored);
    }

    /** Deletes a model with its predictions. */
    void delete(long id) {
        jdbc.sql("delete from model_rater where id = ?").param(id).update();
    }

    /** Deletes what models say of a deleted set. */
    @EventListener
    @Order(SetDeleted.FIRST)
    void delete(SetDeleted deleted) {
        jdbc.sql("delete from model_rater where set_id = ?")
                .param(deleted.set().id())
                .update();
    }
}
