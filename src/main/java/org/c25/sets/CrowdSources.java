package org.c25.sets;

import java.util.List;
import java.util.Optional;
import org.c25.sampling.CrowdChoice;
import org.c25.sampling.CrowdRule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how sets were chosen by votes: the rows beside the set and its items. */
@Component
class CrowdSources {

    private static final int BATCH = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    CrowdSources(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** @param chosen whose items are there already */
    void insert(long setId, CrowdSource source, List<CrowdChoice.Chosen> chosen) {
        jdbc.sql("insert into crowd_source (set_id, rule, seed, votes_sha256, parameters) values (?, ?, ?, ?, ?)")
                .params(
                        setId,
                        source.rule().name(),
                        source.seed(),
                        source.votesSha256(),
                        JSON.writeValueAsString(source.parameters()))
                .update();
        batch.batchUpdate(
                "update item set score = ? where set_id = ? and source_index = ?", chosen, BATCH, (statement, one) -> {
                    statement.setDouble(1, one.score());
                    statement.setLong(2, setId);
                    statement.setLong(3, one.image().index());
                });
    }

    /** Empty for any other set. */
    Optional<CrowdSource> of(long setId) {
        return jdbc.sql("select * from crowd_source where set_id = ?")
                .param(setId)
                .query((row, n) -> new CrowdSource(
                        CrowdRule.valueOf(row.getString("rule")),
                        row.getLong("seed"),
                        row.getString("votes_sha256"),
                        JSON.readValue(row.getString("parameters"), CrowdSource.Parameters.class)))
                .optional();
    }
}
