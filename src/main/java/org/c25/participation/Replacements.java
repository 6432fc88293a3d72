package org.c25.participation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets staff free a slot by hand: of somebody who will not come again, or whose answers are not to be in the files.
 * Nothing of theirs is lost, people who have finished keep the completion code, and staff can put them back.
 */
@Service
@Transactional
public class Replacements {

    public static final int NOTE_MAX = 200;

    private final JdbcClient jdbc;
    private final Sets sets;
    private final Slots slots;
    private final SlotHistory history;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Replacements(
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

    /**
     * A person whose slot was freed.
     *
     * @param status {@code RELEASED} if they had not finished, else {@code REPLACED}
     */
    public record Freed(long participant, ParticipantStatus status) {}

    /** The event that somebody is put back who was at work, in the transaction that does it. */
    public record PutBack(long invitationId) {}

    /**
     * Frees a slot.
     *
     * @param seen the id of the participant whom the caller takes to be in it; null for whoever is in it
     * @param note why, 1 to 200 characters
     * @return the person who was in it
     * @throws Problem 404 if the set has no such slot, 422 if there is no note, 409 if nobody is in the slot, or
     *     somebody else than was seen
     */
    public Freed release(Caller caller, long setId, int slot, @Nullable Long seen, @Nullable String note) {
        sets.require(caller, setId);
        String why = requireNote(note);
        long participant = occupant(setId, slot)
                .orElseThrow(() -> Problem.conflict("participant" + slot + " is free: nobody has this slot."));
        Locked person = lock(participant);
        // Everybody who leaves a slot needs this lock first, so the person in it now stays until the transaction ends.
        boolean still = occupant(setId, slot).filter(now -> now == participant).isPresent();
        if (!still || seen != null && seen != participant) {
            throw changed();
        }
        boolean finished = person.status() != ParticipantStatus.AT_WORK;
        ParticipantStatus after = finished ? ParticipantStatus.REPLACED : ParticipantStatus.RELEASED;
        jdbc.sql("update participant set status = ? where id = ?")
                .params(after.name(), participant)
                .update();
        slots.release(participant);
        history.record(
                setId,
                slot,
                participant,
                finished ? SlotChange.REPLACED : SlotChange.RELEASED,
                caller.getUsername(),
                why);
        audit.record(
                caller.getUsername(),
                finished ? "participant replaced" : "slot released",
                "set " + setId,
                "slot " + slot + ": " + why);
        if (!finished) {
            events.publishEvent(new SlotReleased(participant, person.invitationId()));
        }
        return new Freed(participant, after);
    }

    /**
     * Puts somebody whose slot was freed back into it, as they were. Whoever took the slot since moves to another one, as
     * long as they have not answered yet. It may be called again.
     *
     * @return the slot of who had to move; empty if nobody had to
     * @throws Problem 404 if no such person was in this slot, 409 if they have left the study or are in another slot, or
     *     the slot is kept for somebody, or has somebody who has answered or for whom no other one is free,
     *     or others have got images of the person's portion since
     */
    public OptionalInt putBack(Caller caller, long setId, int slot, long participant) {
        sets.require(caller, setId);
        Locked person = lock(participant);
        if (person.setId() != setId) {
            throw Problem.notFound("participant");
        }
        if (occupant(setId, slot).filter(now -> now == participant).isPresent()) {
            return OptionalInt.empty();
        }
        ParticipantStatus before = person.beforeIn(slot);
        OptionalInt moved = OptionalInt.empty();
        if (!slots.take(setId, slot, participant, person.invitationId())) {
            long other = occupant(setId, slot)
                    .orElseThrow(() -> Problem.conflict("The slot is kept for somebody on the waiting list by now."));
            moved = OptionalInt.of(makeWay(caller, setId, slot, other, participant));
        }
        slots.takeImagesBack(setId, participant);
        jdbc.sql("update participant set status = ?, held_until = ?, stalled_at = null where id = ?")
                .params(before.name(), clock.instant().atOffset(ZoneOffset.UTC), participant)
                .update();
        history.record(setId, slot, participant, SlotChange.PUT_BACK, caller.getUsername(), null);
        audit.record(caller.getUsername(), "participant put back", "set " + setId, "slot " + slot);
        if (before == ParticipantStatus.AT_WORK) {
            events.publishEvent(new PutBack(person.invitationId()));
        }
        return moved;
    }

    /** Moves somebody who has not answered yet to another slot, and returns its number. */
    private int makeWay(Caller caller, long setId, int slot, long other, long participant) {
        Locked person = lock(other);
        if (person.status() != ParticipantStatus.AT_WORK || person.answered() > 0) {
            throw Problem.conflict("Somebody else has answered in this slot by now.");
        }
        if (!slots.handOver(setId, slot, other, participant)) {
            throw changed();
        }
        int free = slots.takeAny(setId, other, person.invitationId())
                .orElseThrow(() ->
                        Problem.conflict("Somebody else has this slot by now, and no other one is free for them."));
        jdbc.sql("update participant set slot_number = ? where id = ?")
                .params(free, other)
                .update();
        history.record(setId, slot, other, SlotChange.RELEASED, caller.getUsername(), "moved to slot " + free);
        history.record(setId, free, other, SlotChange.RETURNED, caller.getUsername(), null);
        audit.record(caller.getUsername(), "participant moved", "set " + setId, "slot " + slot + ": to slot " + free);
        return free;
    }

    /**
     * Returns the reason without spaces around it.
     *
     * @throws Problem 422 if there is none, or it is too long
     */
    public static String requireNote(@Nullable String note) {
        if (note == null || note.isBlank() || note.strip().length() > NOTE_MAX) {
            throw Problem.invalid("note", "say why, in 1 to " + NOTE_MAX + " characters");
        }
        return note.strip();
    }

    private Locked lock(long participant) {
        return jdbc.sql("""
                        select set_id, slot_number, status, invitation_id, answered from participant
                        where id = ? for update""")
                .param(participant)
                .query((row, n) -> new Locked(
                        row.getLong("set_id"),
                        row.getInt("slot_number"),
                        ParticipantStatus.valueOf(row.getString("status")),
                        row.getLong("invitation_id"),
                        row.getInt("answered")))
                .optional()
                .orElseThrow(Replacements::changed);
    }

    /** @param invitationId 0 if the person's answers were imported: such a person is never at work */
    private record Locked(long setId, int slot, ParticipantStatus status, long invitationId, int answered) {

        /** Returns the status that the person had until staff or the study's rules freed this slot. */
        ParticipantStatus beforeIn(int freed) {
            return switch (status) {
                case WITHDRAWN -> throw Problem.conflict("The person has left the study by now.");
                case AT_WORK, COMPLETED, IMPORTED ->
                    throw Problem.conflict("The person has come back by now, as participant" + slot + ".");
                case RELEASED, REPLACED -> {
                    if (slot != freed) {
                        throw Problem.notFound("participant");
                    }
                    yield status == ParticipantStatus.RELEASED
                            ? ParticipantStatus.AT_WORK
                            : invitationId == 0 ? ParticipantStatus.IMPORTED : ParticipantStatus.COMPLETED;
                }
            };
        }
    }

    private static Problem changed() {
        return Problem.conflict("The slot has changed hands since you looked. Look again, and decide anew.");
    }

    private Optional<Long> occupant(long setId, int slot) {
        // A slot without anybody is a row with a null, which no Optional holds: hence the list.
        var found = jdbc.sql("select participant_id from slot where set_id = ? and number = ?")
                .params(setId, slot)
                .query((row, n) -> Optional.ofNullable(row.getObject("participant_id", Long.class)))
                .list();
        if (found.isEmpty()) {
            throw Problem.notFound("slot");
        }
        return found.get(0);
    }
}
