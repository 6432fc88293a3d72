package org.c25.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.quality.FlagKind;
import org.c25.quality.Flags;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds new flags. To count them reads all answers of a set, so one node does it, once in a while, and only if answers
 * have come. The first count after somebody has asked for flags takes note of those that are there, and tells of none.
 */
@Component
class FlagFinder {

    private final JdbcClient jdbc;
    private final Flags flags;
    private final Raters raters;
    private final NoticeEvents events;
    private final NoticeSettings settings;
    private final Clock clock;

    FlagFinder(JdbcClient jdbc, Flags flags, Raters raters, NoticeEvents events, NoticeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.flags = flags;
        this.raters = raters;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the row that {@link NoticeWriter} locks and in which it is noted how far the flags are known. */
    void begin(SetView set) {
        try {
            int known = jdbc.sql("select count(*) from notice_look where set_id = ?")
                    .param(set.id())
                    .query(Integer.class)
                    .single();
            if (known == 0) {
                jdbc.sql("insert into notice_look (set_id) values (?)")
                        .param(set.id())
                        .update();
            }
        } catch (DuplicateKeyException e) {
            // Another node has made it.
        }
    }

    /**
     * Adds the flags that are new, if it is time to look for them.
     *
     * @param since since when somebody wants to know
     */
    void look(StudyView study, SetView set, Instant since) {
        long answers =
                raters.of(set.id()).stream().mapToLong(Rater::annotations).sum();
        if (take(set, answers, since)) {
            boolean first = isFirst(set);
            Instant now = clock.instant();
            Set<String> known = events.known(set.id(), NoticeKind.FLAGGED);
            flags.undecided(study, set)
                    .forEach((rater, kinds) -> kinds.stream()
                            .filter(kind -> !known.contains(key(rater, kind)))
                            .forEach(kind -> events.add(set.id(), flagged(rater, kind, now), first)));
            jdbc.sql("update notice_look set flags_answers = ? where set_id = ?")
                    .params(answers, set.id())
                    .update();
        }
    }

    /** Takes the set for one count; false if another node counts, or there is nothing new to count. */
    private boolean take(SetView set, long answers, Instant since) {
        return jdbc.sql("""
                        update notice_look set flags_taken_at = :now,
                            flags_answers = case when flags_taken_at >= :since then flags_answers end
                        where set_id = :set and (flags_taken_at is null or flags_taken_at < :since or flags_taken_at <= :due
                            and (flags_answers is null or flags_answers <> :answers))""")
                        .param("now", utc(clock.instant()))
                        .param("since", utc(since))
                        .param("set", set.id())
                        .param("due", utc(clock.instant().minus(settings.flags())))
                        .param("answers", answers)
                        .update()
                == 1;
    }

    /** Whether no count has come to its end since somebody wants to know. */
    private boolean isFirst(SetView set) {
        return jdbc.sql("select count(*) from notice_look where set_id = ? and flags_answers is null")
                        .param(set.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static NoticeEvent flagged(Rater rater, FlagKind kind, Instant now) {
        return NoticeEvent.ofPerson(
                NoticeKind.FLAGGED,
                key(rater, kind),
                now,
                new NoticeEvent.About(rater.participantId(), rater.slot()),
                kind);
    }

    private static String key(Rater rater, FlagKind kind) {
        return rater.participantId() + " " + kind;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
