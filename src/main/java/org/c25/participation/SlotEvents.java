package org.c25.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.c25.common.Moments;
import org.c25.portions.RatingSlots;
import org.c25.sets.Sets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what has happened to the slots of a set, for those who are told of it. */
@Component
@Transactional(readOnly = true)
public class SlotEvents {

    private static final String SELECT =
            "select e.id, e.slot_number, e.participant_id, e.at from slot_event e where e.set_id = :set and ";

    private final JdbcClient jdbc;
    private final Sets sets;
    private final RatingSlots ratingSlots;

    SlotEvents(JdbcClient jdbc, Sets sets, RatingSlots ratingSlots) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.ratingSlots = ratingSlots;
    }

    /**
     * Returns how the last slot of a set was taken; empty while a slot is free. Where images are shared out, while an image
     * lacks a rating: then no slot is left over, and one more may be needed.
     */
    public Optional<SlotEvent> filling(long setId) {
        return last(setId, "'TAKEN', 'RETURNED', 'IMPORTED'", "p.id is null");
    }

    /** Returns how the last of a set's people finished; empty while a slot is free or somebody has not finished. */
    public Optional<SlotEvent> completion(long setId) {
        return last(setId, "'COMPLETED', 'IMPORTED'", """
                p.id is null or not (p.status = 'COMPLETED' or p.status = 'IMPORTED' and p.answered >= p.trials)""");
    }

    private Optional<SlotEvent> last(long setId, String what, String missing) {
        boolean sharedOut = sets.ofInvited(setId).portions() != null;
        if (sharedOut && ratingSlots.anyFree(setId)) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT + "e.what in (" + what + ") and not exists ("
                        + "select 1 from slot s " + (sharedOut ? "" : "left ")
                        + "join participant p on p.id = s.participant_id"
                        + " where s.set_id = :set and (" + missing + ")) order by e.id desc limit 1")
                .param("set", setId)
                .query(SlotEvents::map)
                .optional();
    }

    /** Returns who was found to be stalled since a moment; without those who have had everything erased. */
    public List<SlotEvent> stalls(long setId, Instant since) {
        return jdbc.sql(SELECT + "e.what = 'STALLED' and e.at >= :since and e.participant_id is not null order by e.id")
                .param("set", setId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(SlotEvents::map)
                .list();
    }

    private static SlotEvent map(ResultSet row, int n) throws SQLException {
        return new SlotEvent(
                row.getLong("id"), row.getInt("slot_number"), row.getLong("participant_id"), Moments.in(row, "at"));
    }

    /**
     * A change of a slot.
     *
     * @param id its number, unique among all changes
     * @param participantId 0 if the person has had everything erased
     */
    public record SlotEvent(long id, int slot, long participantId, Instant at) {}
}
