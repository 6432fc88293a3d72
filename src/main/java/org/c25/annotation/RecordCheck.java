package org.c25.annotation;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds the answers that count against the record that they follow from, and can make them anew. */
@Component
@Transactional
public class RecordCheck {

    private static final String ANSWERED =
            "(select count(*) from annotation a where a.participant_id = p.id and a.revision = 1)";
    private static final String ANNOTATIONS = "(select count(*) from annotation a where a.participant_id = p.id)";
    private static final String MISCOUNTED = "(p.answered <> " + ANSWERED + " or p.annotations <> " + ANNOTATIONS + ")";

    private final JdbcClient jdbc;

    public RecordCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many ratings there are too many or too few, and how many participants are miscounted: 0 where all is well. */
    @Transactional(readOnly = true)
    public long differences() {
        return differences("true", Map.of());
    }

    /** As {@link #differences()}, of the people of one set. */
    @Transactional(readOnly = true)
    public long differences(long setId) {
        return differences("p.set_id = :set", Map.of("set", setId));
    }

    private long differences(String whose, Map<String, ?> parameters) {
        String there = "select " + RatingRows.COLUMNS + " from rating where participant_id in " + people(whose);
        String right = "select " + RatingRows.COLUMNS + " from (" + RatingRows.BY_THE_RECORD
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

    /** Makes all ratings and counts anew from the record. */
    public void rebuild() {
        rebuild("true", Map.of());
    }

    /** As {@link #rebuild()}, of the people of one set. */
    public void rebuild(long setId) {
        rebuild("p.set_id = :set", Map.of("set", setId));
    }

    /** As {@link #rebuild()}, of one person. */
    public void rebuildOf(long participantId) {
        rebuild("p.id = :participant", Map.of("participant", participantId));
    }

    private void rebuild(String whose, Map<String, ?> parameters) {
        jdbc.sql("delete from rating where participant_id in " + people(whose))
                .params(parameters)
                .update();
        jdbc.sql("insert into rating (" + RatingRows.COLUMNS + ") " + RatingRows.BY_THE_RECORD
                        + " and latest.participant_id in " + people(whose))
                .params(parameters)
                .update();
        jdbc.sql("update participant p set answered = " + ANSWERED + ", annotations = " + ANNOTATIONS + " where "
                        + MISCOUNTED + " and " + whose)
                .params(parameters)
                .update();
    }
}
