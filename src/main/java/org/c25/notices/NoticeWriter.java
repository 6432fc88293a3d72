package org.c25.notices;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.c25.common.Problem;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes notices of what was found in a set, one for each target and kind. What comes within minutes of the last one
 * waits, and then goes out in one. A lock on the set's row keeps others from writing meanwhile.
 */
@Service
class NoticeWriter {

    private final JdbcClient jdbc;
    private final NoticeEvents events;
    private final NoticeReaders readers;
    private final NoticeSettings settings;
    private final Clock clock;

    NoticeWriter(JdbcClient jdbc, NoticeEvents events, NoticeReaders readers, NoticeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.readers = readers;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void write(SetView set, List<NoticeTarget> targets) {
        jdbc.sql("select set_id from notice_look where set_id = ? for update")
                .param(set.id())
                .query(Long.class)
                .single();
        Map<NoticeKind, List<NoticeEvent>> untold = events.untold(set.id()).stream()
                .collect(Collectors.groupingBy(NoticeEvent::kind, TreeMap::new, Collectors.toList()));
        untold.forEach((kind, news) -> {
            if (isDue(set, kind)) {
                targets.forEach(target -> write(set, kind, news, target));
                events.told(news);
            }
        });
    }

    private boolean isDue(SetView set, NoticeKind kind) {
        return jdbc.sql("select count(*) from notice where set_id = ? and kind = ? and written_at > ?")
                        .params(
                                set.id(),
                                kind.name(),
                                clock.instant().minus(settings.digest()).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void write(SetView set, NoticeKind kind, List<NoticeEvent> news, NoticeTarget target) {
        List<NoticeEvent> wanted = news.stream()
                .filter(event -> target.wants(kind, event.happenedAt()))
                .toList();
        if (wanted.isEmpty() || !readers.reaches(target)) {
            return;
        }
        long id = insert(target, set.id(), kind);
        wanted.forEach(event -> jdbc.sql("insert into notice_content (notice_id, event_id, target_id) values (?, ?, ?)")
                .params(id, event.id(), target.id())
                .update());
    }

    /**
     * Writes a notice that tells of nothing, to see whether it comes.
     *
     * @throws Problem 409 if one still waits, or nothing can be sent there
     */
    @Transactional
    void writeTest(NoticeTarget target) {
        if (!readers.reaches(target)) {
            throw Problem.conflict("No notice can go there yet: an address has to be proven, and a mail server named.");
        }
        boolean waits =
                jdbc.sql("select count(*) from notice where target_id = ? and kind = 'TEST' and state = 'WAITING'")
                                .param(target.id())
                                .query(Integer.class)
                                .single()
                        > 0;
        if (waits) {
            throw Problem.conflict("A test notice is on its way already.");
        }
        insert(target, null, NoticeKind.TEST);
    }

    private long insert(NoticeTarget target, @Nullable Long setId, NoticeKind kind) {
        OffsetDateTime at = clock.instant().atOffset(ZoneOffset.UTC);
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into notice (target_id, set_id, kind, state, written_at, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(target.id(), setId, kind.name(), NoticeState.WAITING.name(), at, at)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }
}
