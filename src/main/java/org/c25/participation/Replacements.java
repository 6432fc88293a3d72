package org.c25.participation;

import java.util.Optional;
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
 * Nothing of theirs is lost, and people who have finished keep the completion code.
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

    Replacements(
            JdbcClient jdbc,
            Sets sets,
            Slots slots,
            SlotHistory history,
            ApplicationEventPublisher events,
            Audit audit) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.slots = slots;
        this.history = history;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Frees a slot.
     *
     * @param seen the id of the participant whom the caller takes to be in it; null for whoever is in it
     * @param note why, 1 to 200 characters
     * @return the person's status now: {@code RELEASED} if they had not finished, else {@code REPLACED}
     * @throws Problem 404 if the set has no such slot, 422 if there is no note, 409 if nobody is in the slot, or
     *     somebody else than was seen
     */
    public ParticipantStatus release(Caller caller, long setId, int slot, @Nullable Long seen, @Nullable String note) {
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
        return after;
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
        return jdbc.sql("select status, invitation_id from participant where id = ? for update")
                .param(participant)
                .query((row, n) ->
                        new Locked(ParticipantStatus.valueOf(row.getString("status")), row.getLong("invitation_id")))
                .optional()
                .orElseThrow(Replacements::changed);
    }

    /** @param invitationId 0 if the person's answers were imported: such a person is never at work */
    private record Locked(ParticipantStatus status, long invitationId) {}

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
