package org.c25.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.c25.common.Moments;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Raters;
import org.c25.quality.FlagKind;
import org.c25.sets.SetDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what has happened in sets, each event once: the database refuses a second row of it. */
@Component
class NoticeEvents {

    private static final String SELECT =
            "select e.id, e.kind, e.event_key, e.happened_at, e.participant_id, e.slot_number, e.rule from notice_event e";

    private final JdbcClient jdbc;
    private final Raters raters;
    private final TransactionOperations transaction;

    NoticeEvents(JdbcClient jdbc, Raters raters, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.raters = raters;
        this.transaction = transaction;
    }

    /** Returns the keys of the events of a kind that are known of a set. */
    Set<String> known(long setId, NoticeKind kind) {
        return new HashSet<>(jdbc.sql("select event_key from notice_event where set_id = ? and kind = ?")
                .params(setId, kind.name())
                .query(String.class)
                .list());
    }

    /**
     * Adds an event, unless it is known, or the person has left their slot meanwhile.
     *
     * @param told whether nobody is to be told of it
     */
    void add(long setId, NoticeEvent event, boolean told) {
        try {
            transaction.executeWithoutResult(status -> {
                // Locked, so that no row comes after the person has had everything erased.
                if (event.about() == null
                        || raters.lock(
                                setId, event.about().slot(), event.about().participantId())) {
                    insert(setId, event, told);
                }
            });
        } catch (DuplicateKeyException e) {
            // Another node has found it as well.
        }
    }

    private void insert(long setId, NoticeEvent event, boolean told) {
        NoticeEvent.About about = event.about();
        jdbc.sql("""
                        insert into notice_event (set_id, kind, event_key, happened_at, participant_id, slot_number, rule, told)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        setId,
                        event.kind().name(),
                        event.key(),
                        event.happenedAt().atOffset(ZoneOffset.UTC),
                        about == null ? null : about.participantId(),
                        about == null ? null : about.slot(),
                        event.rule() == null ? null : event.rule().name(),
                        told)
                .update();
    }

    /** Returns the events of a set of which nobody is told yet, in the order in which they were found. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<NoticeEvent> untold(long setId) {
        return jdbc.sql(SELECT + " where e.set_id = ? and not e.told order by e.id")
                .param(setId)
                .query(NoticeEvents::map)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void told(List<NoticeEvent> events) {
        jdbc.sql("update notice_event set told = true where id in (:events)")
                .param("events", events.stream().map(NoticeEvent::id).toList())
                .update();
    }

    /** Returns what a notice tells. */
    List<NoticeEvent> of(long noticeId) {
        return jdbc.sql(SELECT + " join notice_content c on c.event_id = e.id where c.notice_id = ? order by e.id")
                .param(noticeId)
                .query(NoticeEvents::map)
                .list();
    }

    @EventListener
    void erase(ParticipantWithdrew withdrew) {
        jdbc.sql("""
                        delete from notice_content
                        where event_id in (select id from notice_event where participant_id = ?)""").param(withdrew.participantId()).update();
        jdbc.sql("delete from notice_event where participant_id = ?")
                .param(withdrew.participantId())
                .update();
    }

    /** Deletes what has happened in a deleted set, and the notices of it. */
    @EventListener
    @Order(SetDeleted.FIRST)
    void delete(SetDeleted deleted) {
        long set = deleted.set().id();
        for (String rows : List.of(
                "notice_content where event_id in (select id from notice_event where set_id = ?)",
                "notice_event where set_id = ?",
                "notice_content where notice_id in (select id from notice where set_id = ?)",
                "notice where set_id = ?",
                "notice_look where set_id = ?")) {
            jdbc.sql("delete from " + rows).param(set).update();
        }
    }

    private static NoticeEvent map(ResultSet row, int n) throws SQLException {
        long participant = row.getLong("participant_id");
        NoticeEvent.About about = row.wasNull() ? null : new NoticeEvent.About(participant, row.getInt("slot_number"));
        String rule = row.getString("rule");
        return new NoticeEvent(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("event_key"),
                Moments.in(row, "happened_at"),
                about,
                rule == null ? null : FlagKind.valueOf(rule));
    }
}
