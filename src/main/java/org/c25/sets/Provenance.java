package org.c25.sets;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.sampling.Choice.Chosen;
import org.c25.sampling.FaceBox;
import org.c25.sampling.Rule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where a set's images come from: the rows beside the set and its items. */
@Component
class Provenance {

    private static final int BATCH = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    Provenance(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** @param chosen whose items are there already */
    void insert(long setId, SetSource source, List<Chosen> chosen) {
        jdbc.sql("""
                        insert into set_source (set_id, rule, seed, training_sha256, predictions_sha256, parameters)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        setId,
                        source.rule().name(),
                        source.seed(),
                        source.trainingSha256(),
                        source.predictionsSha256(),
                        JSON.writeValueAsString(source.parameters()))
                .update();
        batch.batchUpdate("""
                update item set score = ?, face_x = ?, face_y = ?, face_width = ?, face_height = ?
                where set_id = ? and source_index = ?""", chosen, BATCH, (statement, one) -> {
            FaceBox box = Objects.requireNonNull(one.row().box());
            statement.setObject(1, one.score(), java.sql.Types.DOUBLE);
            statement.setInt(2, box.x());
            statement.setInt(3, box.y());
            statement.setInt(4, box.width());
            statement.setInt(5, box.height());
            statement.setLong(6, setId);
            statement.setLong(7, one.row().index());
        });
    }

    /** Empty for a set that was made from a manifest. */
    Optional<SetSource> of(long setId) {
        return jdbc.sql("select * from set_source where set_id = ?")
                .param(setId)
                .query((row, n) -> new SetSource(
                        Rule.valueOf(row.getString("rule")),
                        row.getLong("seed"),
                        row.getString("training_sha256"),
                        row.getString("predictions_sha256"),
                        JSON.readValue(row.getString("parameters"), SetSource.Parameters.class)))
                .optional();
    }
}
