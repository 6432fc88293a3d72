package org.c25.participation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.c25.invitations.InvitedPerson;
import org.c25.sets.SetCreated;
import org.c25.sets.SetView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The slots of a set. They are rows made in advance, and one conditional UPDATE takes one, so no load and no number of
 * nodes can give a slot to two people, or a set more people than slots. A free slot can be reserved for one person for
 * a while; the reservation is on the row itself, so that the same UPDATE heeds it.
 */
@Component
public class Slots {

    /** The invitation id that stands for a newcomer, for whom no slot can be reserved. */
    public static final long NOBODY = InvitedPerson.NOT_STORED;

    private static final String OPEN_TO =
            "participant_id is null and (reserved_for is null or reserved_for = ? or reserved_until < ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Slots(JdbcClient jdbc, JdbcTemplate batch, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void make(SetCreated created) {
        SetView set = created.set();
        batch.batchUpdate(
                "insert into slot (set_id, number) values (?, ?)",
                IntStream.range(0, set.capacity())
                        .mapToObj(number -> new Object[] {set.id(), number})
                        .toList());
    }

    /** Whether a slot is free for the person with this invitation, {@link #NOBODY} for a newcomer. */
    public boolean isFree(long setId, long invitationId) {
        return !free(setId, invitationId).isEmpty();
    }

    /**
     * Takes a free slot for a participant: the one that is reserved for them, else the lowest.
     *
     * @return its number, or empty if none is free
     */
    OptionalInt takeAny(long setId, long participantId, long invitationId) {
        // If many come at once, each tries a slot that no other transaction is just taking, so that they need not wait
        // for one another.
        Optional<Integer> untouched = untouched(setId, invitationId);
        if (untouched.isPresent() && take(setId, untouched.get(), participantId, invitationId)) {
            return OptionalInt.of(untouched.get());
        }
        // Someone else may take a slot between the query and the update: then try the next, and query again at the end.
        for (List<Integer> free = free(setId, invitationId); !free.isEmpty(); free = free(setId, invitationId)) {
            for (int number : free) {
                if (take(setId, number, participantId, invitationId)) {
                    return OptionalInt.of(number);
                }
            }
        }
        return OptionalInt.empty();
    }

    private Optional<Integer> untouched(long setId, long invitationId) {
        return jdbc.sql("select number from slot where set_id = ? and " + OPEN_TO
                        + " order by case when reserved_for = ? then 0 else 1 end, number limit 1"
                        + " for update skip locked")
                .params(setId, invitationId, now(), invitationId)
                .query(Integer.class)
                .optional();
    }

    private List<Integer> free(long setId, long invitationId) {
        return jdbc.sql("select number from slot where set_id = ? and " + OPEN_TO
                        + " order by case when reserved_for = ? then 0 else 1 end, number")
                .params(setId, invitationId, now(), invitationId)
                .query(Integer.class)
                .list();
    }

    /** Takes one slot, if it is free for the person with this invitation; returns whether it was. */
    boolean take(long setId, int number, long participantId, long invitationId) {
        return jdbc.sql("""
                        update slot set participant_id = ?, reserved_for = null, reserved_until = null
                        where set_id = ? and number = ? and\s""" + OPEN_TO)
                        .params(participantId, setId, number, invitationId, now())
                        .update()
                == 1;
    }

    /** Gives a slot from one person to another; returns false if the first has it no more. */
    boolean handOver(long setId, int number, long from, long to) {
        return jdbc.sql("update slot set participant_id = ? where set_id = ? and number = ? and participant_id = ?")
                        .params(to, setId, number, from)
                        .update()
                == 1;
    }

    void release(long participantId) {
        Optional<SlotFreed> freed = jdbc.sql("select set_id, number from slot where participant_id = ? for update")
                .param(participantId)
                .query((row, n) -> new SlotFreed(row.getLong("set_id"), row.getInt("number")))
                .optional();
        jdbc.sql("update slot set participant_id = null where participant_id = ?")
                .param(participantId)
                .update();
        freed.ifPresent(events::publishEvent);
    }

    /**
     * Locks a free slot that is not reserved for anybody any more. Returns false if somebody has it or can still take
     * it.
     */
    public boolean hold(long setId, int number) {
        return jdbc.sql("""
                        update slot set reserved_for = null, reserved_until = null
                        where set_id = ? and number = ? and\s""" + OPEN_TO).params(setId, number, NOBODY, now()).update() == 1;
    }

    /** Reserves a slot that this transaction has locked by {@link #hold}. */
    public void reserve(long setId, int number, long invitationId, Instant until) {
        jdbc.sql("update slot set reserved_for = ?, reserved_until = ? where set_id = ? and number = ?")
                .params(invitationId, until.atOffset(ZoneOffset.UTC), setId, number)
                .update();
    }

    /** Ends the reservation for this invitation, and returns the slot that was reserved. */
    public Optional<SlotFreed> giveBack(long invitationId) {
        Optional<SlotFreed> kept = jdbc
                .sql("""
                        select set_id, number from slot where reserved_for = ? and participant_id is null
                        order by number for update""")
                .param(invitationId)
                .query((row, n) -> new SlotFreed(row.getLong("set_id"), row.getInt("number")))
                .list()
                .stream()
                .findFirst();
        jdbc.sql("update slot set reserved_for = null, reserved_until = null where reserved_for = ?")
                .param(invitationId)
                .update();
        return kept;
    }

    /** Returns the free slots of these sets that are reserved for nobody. */
    public List<SlotFreed> idle(List<Long> setIds) {
        if (setIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select set_id, number from slot
                        where set_id in (:sets) and participant_id is null
                            and (reserved_for is null or reserved_until < :now)
                        order by set_id, number""")
                .param("sets", setIds)
                .param("now", now())
                .query((row, n) -> new SlotFreed(row.getLong("set_id"), row.getInt("number")))
                .list();
    }

    /** Returns the free slots of a set that are or were reserved for somebody, by the ids of their invitations. */
    public Map<Long, Integer> reserved(long setId) {
        Map<Long, Integer> numbers = new HashMap<>();
        jdbc.sql("""
                        select reserved_for, max(number) from slot
                        where set_id = ? and reserved_for is not null and participant_id is null
                        group by reserved_for""").param(setId).query(row -> {
            numbers.put(row.getLong(1), row.getInt(2));
        });
        return numbers;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
