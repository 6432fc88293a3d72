package org.c25.annotation;

import java.util.Map;
import org.c25.participation.AnswerCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the ratings and the counts of answers with the record that they follow from, and can make them again. */
@Component
@Transactional
public class RecordCheck {

    /**
     * The rows that the table of ratings has to have, by the record. The statement joins trials and people, rather than
     * asking for each: for millions of answers, only one statement is quick.
     */
    private static final String BY_THE_RECORD = """
            select t.participant_id, t.position, p.set_id, t.item_id, t.repeat_of,
                latest.expression, latest.valence, latest.arousal,
                earliest.response_time_millis as first_response_time_millis,
                latest.response_time_millis as last_response_time_millis,
                latest.revision as revisions, earliest.recorded_at as first_at, latest.recorded_at as last_at
            from annotation latest
            join annotation earliest on earliest.participant_id = latest.participant_id
                and earliest.position = latest.position and earliest.revision = 1
            join trial t on t.participant_id = latest.participant_id and t.position = latest.position
            join participant p on p.id = latest.participant_id
            where not exists (
                select 1 from annotation later
                where later.participant_id = latest.participant_id and later.position = latest.position
                    and later.revision > latest.revision)""";

    private static final String ANSWERED =
            "(select count(*) from annotation a where a.participant_id = p.id and a.revision = 1)";
    private static final String ANNOTATIONS = "(select count(*) from annotation a where a.participant_id = p.id)";
    private static final String MISCOUNTED = "(p.answered <> " + ANSWERED + " or p.annotations <> " + ANNOTATIONS + ")";

    private final JdbcClient jdbc;
    private final AnswerCounts counts;

    /** Needs only the database, since the check also runs without the application. */
    public RecordCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.counts = new AnswerCounts(jdbc);
    }

    /**
     * Returns how many ratings there are too many or too few, and how many participants have a wrong count, together; 0
     * if all is well.
     */
    @Transactional(readOnly = true)
    public long differences() {
        return differences("true", Map.of());
    }

    /** Returns the differences among the people of one set, as {@link #differences()} does for all. */
    @Transactional(readOnly = true)
    public long differences(long setId) {
        return differences("p.set_id = :set", Map.of("set", setId));
    }

    private long differences(String whose, Map<String, ?> parameters) {
        String there = "select " + RatingRows.COLUMNS + " from rating where participant_id in " + people(whose);
        String right = "select " + RatingRows.COLUMNS + " from (" + BY_THE_RECORD
                + ") by_the_record where participant_id in " + people(whose);
        return count("select count(*) from (" + there + " except " + right + ") too_many", parameters)
                + count("select count(*) from (" + right + " except " + there + ") too_few", parameters)
                + count("select count(*) from participant p where " + MISCOUNTED + " and " + whose, parameters);
    }

    private static String people(String whose) {
        return "(select p.id from participant p where " + whose + ")";
    }

    private long count(String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    /** Rebuilds all ratings and counts from the record. */
    public void rebuild() {
        rebuild("true", Map.of());
    }

    /** Rebuilds the ratings and counts of the people of one set, as {@link #rebuild()} does for all. */
    public void rebuild(long setId) {
        rebuild("p.set_id = :set", Map.of("set", setId));
    }

    /** Rebuilds the ratings and counts of one person, as {@link #rebuild()} does for all. */
    public void rebuildOf(long participantId) {
        rebuild("p.id = :participant", Map.of("participant", participantId));
    }

    private void rebuild(String whose, Map<String, ?> parameters) {
        jdbc.sql("delete from rating where participant_id in " + people(whose))
                .params(parameters)
                .update();
        jdbc.sql("insert into rating (" + RatingRows.COLUMNS + ") " + BY_THE_RECORD + " and latest.participant_id in "
                        + people(whose))
                .params(parameters)
                .update();
        jdbc.sql("select p.id, " + ANSWERED + " as answered, " + ANNOTATIONS
                        + " as annotations from participant p where " + MISCOUNTED + " and " + whose + " for update")
                .params(parameters)
                .query((row, n) -> new Counted(row.getLong("id"), row.getInt("answered"), row.getInt("annotations")))
                .list()
                .forEach(person -> counts.keep(person.id(), person.answered(), person.annotations()));
    }

    private record Counted(long id, int answered, int annotations) {}
}
