package org.c25.participation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.c25.audit.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those at work who have stopped coming. What a look at many found is looked at again under the participant's lock, one
 * person a transaction: an answer that comes first wins, and of two nodes one does it.
 */
@Service
@Transactional
class Stalls {

    /** Who is held up can't come, and is not silent. */
    private static final String SILENT = "participant.status = 'AT_WORK' and " + SignsOfLife.LAST + " <= ?"
            + " and exists (select 1 from image_set s join study y on y.id = s.study_id"
            + " where s.id = participant.set_id and s.paused = false and y.archived_at is null)";

    /** Who has answered everything lacks the last click alone, and their column is full: nobody is to do it again. */
    private static final String RELEASABLE = SILENT + " and participant.stalled_at <= ?"
            + " and exists (select 1 from image_set s where s.id = participant.set_id and s.state = 'OPEN')"
            + " and participant.answered < participant.trials";

    private static final String STALLING = SILENT + " and participant.stalled_at is null";

    private final JdbcClient jdbc;
    private final Slots slots;
    private final SlotHistory history;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Stalls(
            JdbcClient jdbc,
            Slots slots,
            SlotHistory history,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.history = history;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The studies in which somebody is at work. */
    @Transactional(readOnly = true)
    List<Long> studiesAtWork() {
        return jdbc.sql("""
                        select distinct s.study_id from participant p join image_set s on s.id = p.set_id
                        where p.status = 'AT_WORK' order by s.study_id""").query(Long.class).list();
    }

    /** Those of a study of whom there was no sign since then, and who are not stalled yet. */
    @Transactional(readOnly = true)
    List<Long> stalling(long studyId, Instant since) {
        return find(STALLING, studyId, since);
    }

    /** Those of a study who were found stalled by then, without a sign since, and whose slots somebody else could have. */
    @Transactional(readOnly = true)
    List<Long> releasable(long studyId, Instant since, Instant stalledBefore) {
        return find(RELEASABLE, studyId, since, stalledBefore);
    }

    private List<Long> find(String condition, long studyId, Instant... times) {
        List<Object> parameters = new ArrayList<>();
        Stream.of(times).map(time -> time.atOffset(ZoneOffset.UTC)).forEach(parameters::add);
        parameters.add(studyId);
        return jdbc.sql("select participant.id from participant where " + condition
                        + " and participant.set_id in (select i.id from image_set i where i.study_id = ?)"
                        + " order by participant.id")
                .params(parameters)
                .query(Long.class)
                .list();
    }

    /** Marks somebody as stalled, unless they have come meanwhile. */
    void stall(long participantId, Instant since) {
        Place place = lock(participantId);
        int stalled = jdbc.sql("update participant set stalled_at = ? where id = ? and " + STALLING)
                .params(clock.instant().atOffset(ZoneOffset.UTC), participantId, since.atOffset(ZoneOffset.UTC))
                .update();
        if (stalled == 1) {
            history.record(place.setId(), place.slot(), participantId, SlotChange.STALLED, SlotHistory.SYSTEM, null);
            events.publishEvent(new ParticipantStalled(participantId));
        }
    }

    /** Takes the slot of somebody who is stalled, unless they have come meanwhile. What they have answered stays. */
    void release(long participantId, Instant since, Instant stalledBefore) {
        Place place = lock(participantId);
        int released = jdbc.sql("update participant set status = 'RELEASED' where id = ? and " + RELEASABLE)
                .params(participantId, since.atOffset(ZoneOffset.UTC), stalledBefore.atOffset(ZoneOffset.UTC))
                .update();
        if (released == 1) {
            slots.release(participantId);
            history.record(place.setId(), place.slot(), participantId, SlotChange.RELEASED, SlotHistory.SYSTEM, null);
            audit.record(SlotHistory.SYSTEM, "slot released", "set " + place.setId(), "slot " + place.slot());
            events.publishEvent(new SlotReleased(participantId));
        }
    }

    /** The next statement sees what whoever held the lock has done. */
    private Place lock(long participantId) {
        return jdbc.sql("select set_id, slot_number from participant where id = ? for update")
                .param(participantId)
                .query((row, n) -> new Place(row.getLong("set_id"), row.getInt("slot_number")))
                .optional()
                .orElse(Place.NONE);
    }

    private record Place(long setId, int slot) {

        /** Of somebody who had everything erased a moment ago; no update finds them. */
        static final Place NONE = new Place(-1, -1);
    }
}
