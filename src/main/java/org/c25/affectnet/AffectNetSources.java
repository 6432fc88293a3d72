package org.c25.affectnet;

import java.util.List;
import java.util.Optional;
import org.c25.affectnet.ChosenImages.Chosen;
import org.c25.sets.ItemScore;
import org.c25.sets.Items;
import org.c25.sets.SetDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Stores and reads how sets were chosen from AffectNet. */
@Component
public class AffectNetSources {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Items items;
    private final JdbcClient jdbc;

    AffectNetSources(Items items, JdbcClient jdbc) {
        this.items = items;
        this.jdbc = jdbc;
    }

    /**
     * Stores how a set was chosen, and the score and face box of its items.
     *
     * @param chosen the chosen images, whose items are stored already
     */
    void insert(long setId, AffectNetSource source, List<Chosen> chosen) {
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
        boolean whole = source.parameters().wholePicture();
        items.score(setId, chosen.stream().map(one -> score(one, whole)).toList());
    }

    private static ItemScore score(Chosen one, boolean wholePicture) {
        return new ItemScore(
                one.row().index(), one.score(), wholePicture ? null : one.row().box());
    }

    /** Returns how a set was chosen; empty for a set that was made from a manifest. */
    public Optional<AffectNetSource> of(long setId) {
        return jdbc.sql("select * from set_source where set_id = ?")
                .param(setId)
                .query((row, n) -> new AffectNetSource(
                        SelectionRule.valueOf(row.getString("rule")),
                        row.getLong("seed"),
                        row.getString("training_sha256"),
                        row.getString("predictions_sha256"),
                        JSON.readValue(row.getString("parameters"), AffectNetSource.Parameters.class)))
                .optional();
    }

    /** Forgets how a deleted set was chosen. */
    @EventListener
    @Order(SetDeleted.FIRST)
    void delete(SetDeleted deleted) {
        jdbc.sql("delete from set_source where set_id = ?")
                .param(deleted.set().id())
                .update();
    }
}
