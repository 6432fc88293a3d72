package org.c25.studies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.common.Moments;
import org.c25.protocol.DesignColumn;
import org.c25.protocol.Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table of studies. */
@Component
class StudyRows {

    private static final String SELECT = """
            select id, owner_id, name, contact, consent, capacity, repeat_share, repeat_minimum_lag, design,
                consent_version, created_at, version, answered_at, archived_at
            from study""";

    private final JdbcClient jdbc;

    StudyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Study> find(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(StudyRows::study)
                .optional();
    }

    /** Finds a study and locks it: others who ask for it in this way wait for the end of this transaction. */
    Optional<Study> findLocked(long id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(StudyRows::study)
                .optional();
    }

    Optional<Study> findOf(long owner, long id) {
        return jdbc.sql(SELECT + " where id = ? and owner_id = ?")
                .params(id, owner)
                .query(StudyRows::study)
                .optional();
    }

    /** Returns all studies, the latest first. */
    List<Study> all() {
        return jdbc.sql(SELECT + " order by id desc").query(StudyRows::study).list();
    }

    List<Study> allOf(long owner) {
        return jdbc.sql(SELECT + " where owner_id = ? order by id desc")
                .param(owner)
                .query(StudyRows::study)
                .list();
    }

    boolean isArchived(long id) {
        return jdbc.sql("select id from study where id = ? and archived_at is not null")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Adds a study, and gives it its id. */
    void insert(Study added) {
        StudyView study = added.view();
        Protocol protocol = study.protocol();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into study
                            (owner_id, name, contact, consent, capacity, repeat_share, repeat_minimum_lag, design,
                                consent_version, created_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        study.ownerId(),
                        protocol.name(),
                        protocol.contact(),
                        protocol.consent(),
                        protocol.capacity(),
                        protocol.repeatShare(),
                        protocol.repeatMinimumLag(),
                        DesignColumn.text(protocol.design()),
                        study.consentVersion(),
                        moment(study.createdAt()),
                        study.version())
                .update(key, "id");
        added.isCalled(Objects.requireNonNull(key.getKey()).longValue());
    }

    /** Writes what can change of a study that is locked; that is its next version. */
    void update(Study changed) {
        changed.nextVersion();
        StudyView study = changed.view();
        Protocol protocol = study.protocol();
        jdbc.sql("""
                        update study
                        set name = ?, contact = ?, consent = ?, capacity = ?, repeat_share = ?, repeat_minimum_lag = ?,
                            design = ?, consent_version = ?, version = ?, archived_at = ?
                        where id = ?""")
                .params(
                        protocol.name(),
                        protocol.contact(),
                        protocol.consent(),
                        protocol.capacity(),
                        protocol.repeatShare(),
                        protocol.repeatMinimumLag(),
                        DesignColumn.text(protocol.design()),
                        study.consentVersion(),
                        study.version(),
                        moment(changed.archivedAt()),
                        study.id())
                .update();
    }

    /** Writes the time of the first answer, once. It does not conflict with others who have loaded the study. */
    void freeze(long id, Instant now) {
        jdbc.sql("update study set answered_at = ? where id = ? and answered_at is null")
                .params(moment(now), id)
                .update();
    }

    private static Study study(ResultSet row, int number) throws SQLException {
        Protocol protocol = new Protocol(
                row.getString("name"),
                row.getString("contact"),
                row.getString("consent"),
                row.getInt("capacity"),
                row.getDouble("repeat_share"),
                row.getInt("repeat_minimum_lag"),
                DesignColumn.design(row.getString("design")));
        return new Study(
                row.getLong("id"),
                row.getLong("owner_id"),
                protocol,
                row.getInt("consent_version"),
                Moments.in(row, "created_at"),
                row.getInt("version"),
                Moments.inOrNull(row, "answered_at"),
                Moments.inOrNull(row, "archived_at"));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
