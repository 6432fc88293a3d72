package org.c25.participation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.c25.audit.Audit;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds and releases participants at work who have stopped coming. A query finds many at once; each is then checked
 * again under the participant's lock, one person a transaction: if an answer comes first, it wins, and of two nodes
 * only one acts.
 */
@Service
@Transactional
class Stalls {

    private static final String STALLING = SignsOfLife.SILENT + " and p.stalled_at is null";

    /**
     * The condition for taking a slot. People who have answered everything keep theirs: only the last click is missing.
     */
    private static final String RELEASABLE =
            SignsOfLife.SILENT + " and p.stalled_at <= :stalledBefore and p.answered < p.trials";

    private final JdbcClient jdbc;
    private final Sets sets;
    private final Slots slots;
    private final SlotHistory history;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Stalls(
            JdbcClient jdbc,
            Sets sets,
            Slots slots,
            SlotHistory history,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.slots = slots;
        this.history = history;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the studies in which somebody is at work. */
    @Transactional(readOnly = true)
    List<Long> studiesAtWork() {
        List<Long> atWork = jdbc.sql("select distinct set_id from participant where status = 'AT_WORK'")
                .query(Long.class)
                .list();
        return atWork.isEmpty() ? List.of() : sets.studiesOf(atWork);
    }

    /**
     * Returns the participants of a study who have given no sign of life since then, and are not marked as stalled yet.
     */
    @Transactional(readOnly = true)
    List<Long> stalling(StudyView study, Instant since) {
        return find(STALLING, study, Stalls::goesOn, Map.of("since", utc(since)));
    }

    /**
     * Returns the participants of a study who were marked as stalled by then, have given no sign of life since, and
     * whose slots somebody else could take.
     */
    @Transactional(readOnly = true)
    List<Long> releasable(StudyView study, Instant since, Instant stalledBefore) {
        return find(
                RELEASABLE,
                study,
                set -> goesOn(set) && set.isOpen(),
                Map.of("since", utc(since), "stalledBefore", utc(stalledBefore)));
    }

    private List<Long> find(String condition, StudyView study, Predicate<SetView> wanted, Map<String, ?> times) {
        List<Long> going = sets.of(study).stream()
                .filter(set -> !study.archived() && wanted.test(set))
                .map(SetView::id)
                .toList();
        if (going.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select p.id from participant p where " + condition + " and p.set_id in (:sets) order by p.id")
                .params(times)
                .param("sets", going)
                .query(Long.class)
                .list();
    }

    /** Whether people can go on in the set. While it is paused they can't come, so they are not silent. */
    private static boolean goesOn(SetView set) {
        return !set.paused();
    }

    /** Marks somebody as stalled, unless they have come meanwhile. */
    void stall(long participantId, Instant since) {
        lock(participantId)
                .filter(place -> sets.suspensionOf(place.setId()).isEmpty())
                .ifPresent(place -> stall(participantId, place, since));
    }

    private void stall(long participantId, Place place, Instant since) {
        int stalled = jdbc.sql("update participant p set stalled_at = :now where p.id = :id and " + STALLING)
                .param("now", utc(clock.instant()))
                .param("id", participantId)
                .param("since", utc(since))
                .update();
        if (stalled == 1) {
            history.record(place.setId(), place.slot(), participantId, SlotChange.STALLED, SlotHistory.SYSTEM, null);
            events.publishEvent(new ParticipantStalled(participantId, place.invitationId()));
        }
    }

    /** Takes the slot of somebody who is stalled, unless they have come meanwhile. Their answers stay. */
    void release(long participantId, Instant since, Instant stalledBefore) {
        lock(participantId)
                .filter(place -> sets.suspensionOf(place.setId()).isEmpty())
                .filter(place -> sets.ofInvited(place.setId()).isOpen())
                .ifPresent(place -> release(participantId, place, since, stalledBefore));
    }

    private void release(long participantId, Place place, Instant since, Instant stalledBefore) {
        int released = jdbc.sql("update participant p set status = 'RELEASED' where p.id = :id and " + RELEASABLE)
                .param("id", participantId)
                .param("since", utc(since))
                .param("stalledBefore", utc(stalledBefore))
                .update();
        if (released == 1) {
            slots.release(participantId);
            history.record(place.setId(), place.slot(), participantId, SlotChange.RELEASED, SlotHistory.SYSTEM, null);
            audit.record(SlotHistory.SYSTEM, "slot released", "set " + place.setId(), "slot " + place.slot());
            events.publishEvent(new SlotReleased(participantId, place.invitationId()));
        }
    }

    /**
     * Locks the participant and returns their slot; empty if they had everything erased a moment ago. Queries after it
     * see what the last holder of the lock has done. Staff who resume a set wait for this lock, and then give everybody
     * the full time.
     */
    private Optional<Place> lock(long participantId) {
        return jdbc.sql("select set_id, slot_number, invitation_id from participant where id = ? for update")
                .param(participantId)
                .query((row, n) ->
                        new Place(row.getLong("set_id"), row.getInt("slot_number"), row.getLong("invitation_id")))
                .optional();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private record Place(long setId, int slot, long invitationId) {}
}
