package org.c25.participation;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what happens to each slot, in the same transaction. What is written stays. */
@Component
class SlotHistory {

    /** The actor of all that the study's own rules do. */
    static final String SYSTEM = "system";

    private static final String PARTICIPANT = "participant";

    private final JdbcClient jdbc;
    private final Clock clock;

    SlotHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records something that the participant did. */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(long setId, int slot, long participantId, SlotChange what) {
        record(setId, slot, participantId, what, PARTICIPANT, null);
    }

    /**
     * Records a change. It is to be called after the slot itself is changed, so that whoever takes the slot next writes
     * after this.
     *
     * @param actor the name of an account, or {@link #SYSTEM}
     * @param note why, at most 200 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(long setId, int slot, long participantId, SlotChange what, String actor, @Nullable String note) {
        jdbc.sql("""
                        insert into slot_event (set_id, slot_number, participant_id, what, at, actor, note)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(setId, slot, participantId, what.name(), clock.instant().atOffset(ZoneOffset.UTC), actor, note)
                .update();
    }

    /** Whether the staff last took a slot from this person, and not the study's own rules. */
    boolean wasReleasedByStaff(long participantId) {
        return jdbc.sql("""
                        select actor from slot_event
                        where participant_id = ? and what = 'RELEASED' order by id desc limit 1""")
                .param(participantId)
                .query(String.class)
                .optional()
                .filter(actor -> !actor.equals(SYSTEM))
                .isPresent();
    }

    /** Removes the person from the history: what happened to the slot stays, and who it was goes. */
    @EventListener
    void erase(ParticipantWithdrew withdrew) {
        jdbc.sql("update slot_event set participant_id = null where participant_id = ?")
                .param(withdrew.participantId())
                .update();
    }
}
