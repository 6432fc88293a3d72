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
 * The places of a set. They are rows made in advance, and one conditional UPDATE takes one, so no load and no number of
 * servers can give a place to two people, or a set more people than places. A free place can be kept for one person for a
 * while, on the row itself, so that the same UPDATE heeds it.
 */
@Component
public class Slots {

    /** Whom no place is kept for. */
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

    /** Whether a place is free for the person with this invitation, {@link #NOBODY} for a newcomer. */
    public boolean isFree(long setId, long invitationId) {
        return !free(setId, invitationId).isEmpty();
    }

    /**
     * Takes a free place for a participant: the one that is kept for them, else the lowest.
     *
     * @return its number, or empty if none is free
     */
    OptionalInt takeAny(long setId, long participantId, long invitationId) {
        // Each of many at once tries one that nobody else is just taking, so that they need not wait for one another.
        Optional<Integer> untouched = untouched(setId, invitationId);
        if (untouched.isPresent() && take(setId, untouched.get(), participantId, invitationId)) {
            return OptionalInt.of(untouched.get());
        }
        // Someone else may take a place between the look and the update: then try the next, and look again at the end.
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

    /** Takes one place, if it is free for the person with this invitation. */
    boolean take(long setId, int number, long participantId, long invitationId) {
        return jdbc.sql("""
                        update slot set participant_id = ?, reserved_for = null, reserved_until = null
                        where set_id = ? and number = ? and\s""" + OPEN_TO)
                        .params(participantId, setId, number, invitationId, now())
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

    /** Locks a free place that is kept for nobody any more. False if somebody has it or can still take it. */
    public boolean hold(long setId, int number) {
        return jdbc.sql("""
                        update slot set reserved_for = null, reserved_until = null
                        where set_id = ? and number = ? and\s""" + OPEN_TO).params(setId, number, NOBODY, now()).update() == 1;
    }

    /** Keeps a place that is held in this transaction. */
    public void reserve(long setId, int number, long invitationId, Instant until) {
        jdbc.sql("update slot set reserved_for = ?, reserved_until = ? where set_id = ? and number = ?")
                .params(invitationId, until.atOffset(ZoneOffset.UTC), setId, number)
                .update();
    }

    /** The place that is kept for somebody goes back. */
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

    /** Free places of these sets that are kept for nobody. */
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

    /** The free places of a set that are or were kept for somebody, by the ids of their invitations. */
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
