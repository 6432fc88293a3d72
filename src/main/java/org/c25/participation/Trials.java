package org.c25.participation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.c25.common.Problem;
import org.c25.sets.Suspension;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the trials. */
@Component
public class Trials {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Trials(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(long participantId, List<TrialOrder.Showing> showings) {
        int[] position = {0};
        batch.batchUpdate(
                "insert into trial (participant_id, position, item_id, repeat_of, image_key) values (?, ?, ?, ?, ?)",
                showings,
                BATCH,
                (statement, showing) -> {
                    statement.setLong(1, participantId);
                    statement.setInt(2, position[0]++);
                    statement.setLong(3, showing.item().id());
                    statement.setObject(4, showing.repeatOf(), java.sql.Types.INTEGER);
                    statement.setString(5, UUID.randomUUID().toString());
                });
    }

    /** Trials that were answered elsewhere, one an item, in the order of the set; nobody will be shown them. */
    void insertImported(long participantId, List<Long> itemIds) {
        int[] position = {0};
        batch.batchUpdate(
                "insert into trial (participant_id, position, item_id) values (?, ?, ?)",
                itemIds,
                BATCH,
                (statement, itemId) -> {
                    statement.setLong(1, participantId);
                    statement.setInt(2, position[0]++);
                    statement.setLong(3, itemId);
                });
    }

    /**
     * Trials in order of position.
     *
     * @param from the first position wanted
     * @param limit how many at most
     */
    public List<Trial> page(Participant participant, int from, int limit) {
        return jdbc.sql("""
                        select position, image_key from trial
                        where participant_id = ? and position >= ? and position < ? and image_key is not null
                        order by position""")
                .params(participant.id(), from, (long) from + limit)
                .query((row, n) -> new Trial(row.getInt("position"), row.getString("image_key")))
                .list();
    }

    /** @throws Problem 404 if there is no trial at this position */
    public Trial require(Participant participant, int position) {
        return page(participant, position, 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("trial: there are " + participant.trials() + ", the first is 0"));
    }

    /** The picture of a trial, if it is one of this participant's. */
    public Optional<TrialImage> image(Participant participant, String imageKey) {
        return jdbc.sql("""
                        select t.position, i.image_hash, i.image_type, s.paused, y.archived_at
                        from trial t join item i on i.id = t.item_id
                        join image_set s on s.id = i.set_id join study y on y.id = s.study_id
                        where t.participant_id = ? and t.image_key = ? and i.image_hash is not null""")
                .params(participant.id(), imageKey)
                .query((row, n) -> new TrialImage(
                        row.getInt("position"),
                        row.getString("image_hash"),
                        row.getString("image_type"),
                        Suspension.of(row.getBoolean("paused"), row.getObject("archived_at") != null)))
                .optional();
    }

    /**
     * One trial, as it was drawn.
     *
     * @param repeatOf the position of the first showing; null for a first showing
     */
    public record Showing(
            int position, long itemId, @Nullable Integer repeatOf) {}

    /** What somebody is shown, in order; of somebody whose answers were imported what stands for it. */
    public List<Showing> showings(long participantId) {
        return jdbc.sql("select position, item_id, repeat_of from trial where participant_id = ? order by position")
                .param(participantId)
                .query((row, n) -> new Showing(row.getInt(1), row.getLong(2), row.getObject(3, Integer.class)))
                .list();
    }

    /** What the order of somebody's trials was drawn from; empty if their answers were imported. */
    public Optional<Long> seed(long participantId) {
        return jdbc.sql("select seed from participant where id = ? and seed is not null")
                .param(participantId)
                .query(Long.class)
                .optional();
    }

    void erase(long participantId) {
        jdbc.sql("delete from trial where participant_id = ?")
                .param(participantId)
                .update();
    }

    /** @param hold what keeps everybody of the set from looking at it at present */
    public record TrialImage(
            int position, String hash, @Nullable String type, Optional<Suspension> hold) {}
}
