package org.c25.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.c25.common.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps of which kinds a target is told, and from when on. */
@Component
class NoticeChoices {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns what a target is told of, with the moment since when. */
    Map<NoticeKind, Instant> of(long target) {
        Map<NoticeKind, Instant> choices = new EnumMap<>(NoticeKind.class);
        jdbc.sql("select kind, since from notice_choice where target_id = ?")
                .param(target)
                .query(row -> {
                    choices.put(NoticeKind.valueOf(row.getString("kind")), Moments.in(row, "since"));
                });
        return choices;
    }

    /** Sets what a target is told of. What was chosen before keeps its time: nothing of it is told twice or left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    void set(long target, Collection<NoticeKind> wanted) {
        Set<NoticeKind> before = of(target).keySet();
        before.stream().filter(kind -> !wanted.contains(kind)).forEach(kind -> remove(target, kind));
        wanted.stream()
                .distinct()
                .filter(kind -> !before.contains(kind))
                .forEach(kind -> jdbc.sql("insert into notice_choice (target_id, kind, since) values (?, ?, ?)")
                        .params(target, kind.name(), clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    private void remove(long target, NoticeKind kind) {
        jdbc.sql("delete from notice_choice where target_id = ? and kind = ?")
                .params(target, kind.name())
                .update();
        jdbc.sql("update notice set state = 'CANCELLED' where target_id = ? and kind = ? and state = 'WAITING'")
                .params(target, kind.name())
                .update();
    }
}
