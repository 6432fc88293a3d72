package org.c25.ratings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.c25.common.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Reads the answers that count, one person after the other, as they are stored in the database. A caller who reads
 * several people within one read-only transaction sees them as they were at one moment.
 */
@Component
public class RatingReader {

    private static final int FETCH = 5000;
    private static final String SELECT = """
            select position, item_id, repeat_of, expression, valence, arousal,
                first_response_time_millis, last_response_time_millis, revisions, first_at, last_at, participant_id
            from rating where\s""";

    private final JdbcTemplate jdbc;

    RatingReader(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
    }

    /** Receives the rating of a trial with its times. */
    @FunctionalInterface
    public interface Timed {

        /**
         * Receives one rating.
         *
         * @param firstAt when the first answer was recorded
         * @param lastAt when the latest answer was recorded
         */
        void accept(TrialRating rating, Instant firstAt, Instant lastAt);
    }

    /** Passes on all that a person has answered, in the order of the trials. */
    public void forEach(long participantId, Consumer<TrialRating> rating) {
        jdbc.query(
                SELECT + "participant_id = ? order by position",
                (RowCallbackHandler) row -> rating.accept(map(row)),
                participantId);
    }

    /**
     * Passes on the images that a person has answered twice, in the order of their repeats: first the first showing,
     * then the repeat.
     */
    public void forEachRepeat(long participantId, BiConsumer<TrialRating, TrialRating> pair) {
        Map<Integer, TrialRating> answered = new HashMap<>();
        forEach(participantId, rating -> {
            answered.put(rating.position(), rating);
            TrialRating first = rating.isFirstShowing() ? null : answered.get(rating.repeatOf());
            if (first != null) {
                pair.accept(first, rating);
            }
        });
    }

    /** Passes on ratings as {@link #forEach} does, with their times, of the trials after a position. */
    public void forEachTimed(long participantId, int after, Timed rating) {
        jdbc.query(
                SELECT + "participant_id = ? and position > ? order by position",
                row -> {
                    rating.accept(map(row), Moments.in(row, "first_at"), Moments.in(row, "last_at"));
                },
                participantId,
                after);
    }

    /**
     * Returns what everybody said of one image, by the participant's id, the first showing first. People without a slot
     * are included.
     */
    public Map<Long, List<TrialRating>> ofItem(long setId, long itemId) {
        Map<Long, List<TrialRating>> found = new HashMap<>();
        jdbc.query(
                SELECT + "set_id = ? and item_id = ? order by position",
                row -> {
                    found.computeIfAbsent(row.getLong("participant_id"), id -> new ArrayList<>())
                            .add(map(row));
                },
                setId,
                itemId);
        return found;
    }

    /** Returns how many trials of a person had an answer at a moment. */
    public int answeredBy(long participantId, Instant moment) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from rating where participant_id = ? and first_at <= ?",
                Integer.class,
                participantId,
                moment.atOffset(ZoneOffset.UTC)));
    }

    /** Returns when the first answer of any of these people was recorded; empty if there is none. */
    public Optional<Instant> firstAt(Collection<Long> participantIds) {
        return participantIds.stream()
                .map(id -> jdbc.queryForObject(
                        "select min(first_at) from rating where participant_id = ?", OffsetDateTime.class, id))
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .min(Comparator.naturalOrder());
    }

    private static TrialRating map(ResultSet row) throws SQLException {
        return new TrialRating(
                row.getInt(1),
                row.getLong(2),
                (int) orNone(row, 3),
                (int) orNone(row, 4),
                row.getInt(5),
                row.getInt(6),
                orNone(row, 7),
                orNone(row, 8),
                row.getInt(9));
    }

    private static long orNone(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return value == 0 && row.wasNull() ? TrialRating.NONE : value;
    }
}
