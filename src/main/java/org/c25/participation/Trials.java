package org.c25.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.c25.common.ManyRows;
import org.c25.common.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the trials. */
@Component
public class Trials {

    /** A part of the same statement as {@link Participants#PERSON}: each person's trial, where {@code given} has its {@code position}. */
    public static final String SHOWN = """
            shown as (
                select person.id, person.set_id, person.answered, t.position, t.item_id, t.repeat_of
                from person join given on given.participant_id = person.id
                join trial t on t.participant_id = person.id and t.position = given.position and t.image_key is not null)""";

    private static final String SELECT =
            "select position, item_id, repeat_of, image_key from trial where participant_id = ?";

    private final JdbcClient jdbc;
    private final ManyRows rows;

    Trials(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(long setId, long participantId, List<TrialOrder.Showing> showings) {
        rows.insert("insert into trial (participant_id, position, item_id, repeat_of, image_key, set_id)", sink -> {
            int position = 0;
            for (TrialOrder.Showing showing : showings) {
                sink.row(participantId, position++, showing.item().id(), showing.repeatOf(), UUID.randomUUID(), setId);
            }
        });
    }

    /**
     * Inserts the trials of somebody whose answers were imported: one an item, in the order of the set. They are never
     * shown.
     */
    void insertImported(long setId, long participantId, List<Long> itemIds) {
        rows.insert("insert into trial (participant_id, position, item_id, set_id)", sink -> {
            int position = 0;
            for (long itemId : itemIds) {
                sink.row(participantId, position++, itemId, setId);
            }
        });
    }

    /**
     * Returns trials in order of position; none for somebody whose answers were imported.
     *
     * @param from the first position wanted
     * @param limit the greatest number of trials
     */
    public List<Trial> page(Participant participant, int from, int limit) {
        return jdbc.sql(SELECT + " and position >= ? and position < ? and image_key is not null order by position")
                .params(participant.id(), from, (long) from + limit)
                .query(Trials::map)
                .list();
    }

    /**
     * Returns the trial at a position.
     *
     * @throws Problem 404 if there is no trial at this position
     */
    public Trial require(Participant participant, int position) {
        return find(participant, position)
                .orElseThrow(() -> Problem.notFound("trial: there are " + participant.trials() + ", the first is 0"));
    }

    /** Returns the trial at a position, if there is one. */
    public Optional<Trial> find(Participant participant, int position) {
        return page(participant, position, 1).stream().findFirst();
    }

    /** Returns the trial with this image, if it is one of this participant's. */
    public Optional<Trial> withImage(Participant participant, String imageKey) {
        UUID key;
        try {
            key = UUID.fromString(imageKey);
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT + " and image_key = ?")
                .params(participant.id(), key)
                .query(Trials::map)
                .optional();
    }

    /** Returns all trials in order of position, those of imported answers included. */
    public List<Trial> all(long participantId) {
        return jdbc.sql(SELECT + " order by position")
                .param(participantId)
                .query(Trials::map)
                .list();
    }

    /** Returns the images that a person sees, each once. */
    List<Long> itemIds(long participantId) {
        return jdbc.sql("select item_id from trial where participant_id = ? and repeat_of is null")
                .param(participantId)
                .query(Long.class)
                .list();
    }

    private static Trial map(ResultSet row, int n) throws SQLException {
        return new Trial(row.getInt(1), row.getLong(2), row.getObject(3, Integer.class), row.getString(4));
    }

    /** Returns the seed from which the order of somebody's trials was drawn; empty if their answers were imported. */
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
}
