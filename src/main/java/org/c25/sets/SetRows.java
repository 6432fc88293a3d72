package org.c25.sets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.common.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table of image sets. */
@Component
class SetRows {

    private static final String SELECT = """
            select id, study_id, number, kind, state, paused, capacity, items, pictures, created_at
            from image_set""";

    private final JdbcClient jdbc;

    SetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ImageSet> find(long id) {
        return jdbc.sql(SELECT + " where id = ?").param(id).query(SetRows::set).optional();
    }

    /** Finds a set and locks it: others who ask for it in this way wait for the end of this transaction. */
    Optional<ImageSet> findLocked(long id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(SetRows::set)
                .optional();
    }

    List<ImageSet> ofStudy(long study) {
        return jdbc.sql(SELECT + " where study_id = ? order by number")
                .param(study)
                .query(SetRows::set)
                .list();
    }

    boolean hasNumber(long study, int number) {
        return jdbc.sql("select id from image_set where study_id = ? and number = ?")
                .params(study, number)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    List<Long> idsOfStudy(long study) {
        return jdbc.sql("select id from image_set where study_id = ?")
                .param(study)
                .query(Long.class)
                .list();
    }

    List<Long> studyIdsOf(Collection<Long> sets) {
        return sets.isEmpty()
                ? List.of()
                : jdbc.sql("select distinct study_id from image_set where id in (:sets) order by study_id")
                        .param("sets", sets)
                        .query(Long.class)
                        .list();
    }

    /**
     * Adds a set, and gives it its id.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if the study has a set of this number
     */
    void insert(ImageSet added) {
        SetView set = added.view();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into image_set
                            (study_id, number, kind, state, paused, capacity, items, pictures, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        set.studyId(),
                        set.number(),
                        set.kind().name(),
                        set.state().name(),
                        set.paused(),
                        set.capacity(),
                        set.items(),
                        set.pictures(),
                        set.createdAt().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        added.isCalled(Objects.requireNonNull(key.getKey()).longValue());
    }

    /** Writes what can change of a set that is locked. */
    void update(ImageSet changed) {
        SetView set = changed.view();
        jdbc.sql("update image_set set state = ?, paused = ?, items = ? where id = ?")
                .params(set.state().name(), set.paused(), set.items(), set.id())
                .update();
    }

    private static ImageSet set(ResultSet row, int number) throws SQLException {
        return new ImageSet(
                row.getLong("id"),
                row.getLong("study_id"),
                row.getInt("number"),
                SetKind.valueOf(row.getString("kind")),
                SetState.valueOf(row.getString("state")),
                row.getBoolean("paused"),
                row.getInt("capacity"),
                row.getInt("items"),
                row.getBoolean("pictures"),
                Moments.in(row, "created_at"));
    }
}
