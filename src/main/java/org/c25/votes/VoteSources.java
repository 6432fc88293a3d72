package org.c25.votes;

import java.util.List;
import java.util.Optional;
import org.c25.sets.ItemScore;
import org.c25.sets.Items;
import org.c25.sets.SetDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores how sets were chosen by votes. */
@Component
public class VoteSources {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Items items;
    private final JdbcClient jdbc;

    VoteSources(Items items, JdbcClient jdbc) {
        this.items = items;
        this.jdbc = jdbc;
    }

    /**
     * Stores the origin of a set, and the scores of its images.
     *
     * @param chosen the chosen images, whose items are stored already
     */
    void insert(long setId, VoteSource source, List<VoteSelection.Chosen> chosen) {
        jdbc.sql("insert into crowd_source (set_id, rule, seed, votes_sha256, parameters) values (?, ?, ?, ?, ?)")
                .params(
                        setId,
                        source.rule().name(),
                        source.seed(),
                        source.votesSha256(),
                        JSON.writeValueAsString(source.parameters()))
                .update();
        items.score(
                setId,
                chosen.stream()
                        .map(one -> new ItemScore(one.image().index(), one.score(), null))
                        .toList());
    }

    /** Returns the origin of a set; empty for a set that was not chosen by votes. */
    public Optional<VoteSource> of(long setId) {
        return jdbc.sql("select * from crowd_source where set_id = ?")
                .param(setId)
                .query((row, n) -> new VoteSource(
                        DisagreementRule.valueOf(row.getString("rule")),
                        row.getLong("seed"),
                        row.getString("votes_sha256"),
                        JSON.readValue(row.getString("parameters"), VoteSource.Parameters.class)))
                .optional();
    }

    /** Forgets how a deleted set was chosen. */
    @EventListener
    @Order(SetDeleted.FIRST)
    void delete(SetDeleted deleted) {
        jdbc.sql("delete from crowd_source where set_id = ?")
                .param(deleted.set().id())
                .update();
    }
}
