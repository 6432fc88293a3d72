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
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.portions.RatingSlots;
import org.c25.sets.SetCreated;
import org.c25.sets.SetOpened;
import org.c25.sets.SetSharedOut;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
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

    private static final int SOME = 100;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final RatingSlots ratingSlots;
    private final Trials trials;
    private final Sets sets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Slots(
            JdbcClient jdbc,
            JdbcTemplate batch,
            RatingSlots ratingSlots,
            Trials trials,
            Sets sets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.ratingSlots = ratingSlots;
        this.trials = trials;
        this.sets = sets;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void make(SetCreated created) {
        make(created.set());
    }

    @EventListener
    void make(SetSharedOut sharedOut) {
        makeAnew(sharedOut.set());
    }

    /** Where images are shared out, as many slots are needed as the images that are left need people. */
    @EventListener
    void make(SetOpened opened) {
        if (opened.set().portions() != null) {
            makeAnew(opened.set());
        }
    }

    /** Makes the slots of a set in which nobody is. */
    private void makeAnew(SetView set) {
        jdbc.sql("delete from slot where set_id = ?").param(set.id()).update();
        make(set);
    }

    private void make(SetView set) {
        batch.batchUpdate(
                "insert into slot (set_id, number) values (?, ?)",
                IntStream.range(0, set.capacity())
                        .mapToObj(number -> new Object[] {set.id(), number})
                        .toList());
    }

    /** Whether somebody whose slot was released can have one again. */
    boolean isFreeAgain(long setId, long participantId, long invitationId) {
        // They have had their images before: they need these, and no others.
        return sets.ofInvited(setId).portions() == null
                ? anyFree(setId, invitationId)
                : ratingSlots.canTakeBack(setId, trials.itemIds(participantId));
    }

    /**
     * Gives somebody who has got a slot again their images again, where images are shared out.
     *
     * @throws Problem 409 if somebody else has got one of them meanwhile: a person's answers count all or not at all
     */
    void takeImagesBack(long setId, long participantId) {
        if (sets.ofInvited(setId).portions() != null
                && !ratingSlots.takeBack(setId, participantId, trials.itemIds(participantId))) {
            throw Problem.conflict("Others have got images of this portion by now. The answers to them are kept.");
        }
    }

    /** Whether a slot is free for the person with this invitation, {@link #NOBODY} for a newcomer. */
    public boolean isFree(long setId, long invitationId) {
        if (sets.ofInvited(setId).portions() == null) {
            return anyFree(setId, invitationId);
        }
        return ratingSlots.anyFree(setId) && (anyFree(setId, invitationId) || areAllTaken(setId));
    }

    private boolean anyFree(long setId, long invitationId) {
        return !free(setId, invitationId, 1).isEmpty();
    }

    private boolean areAllTaken(long setId) {
        return jdbc.sql("select number from slot where set_id = ? and participant_id is null order by number limit 1")
                .param(setId)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /**
     * Takes a free slot for a participant: the one that is reserved for them, else the lowest. Where images are shared out
     * and all slots are taken, there is one more for as long as any image lacks a rating.
     *
     * @return its number, or empty if none is free
     */
    OptionalInt takeAny(long setId, long participantId, long invitationId) {
        SetView set = sets.ofInvited(setId);
        if (set.portions() != null) {
            ratingSlots.queue(set);
        }
        // If many come at once, each tries a slot that no other transaction is just taking, so that they need not wait
        // for one another.
        boolean alone = set.portions() != null && ratingSlots.isOneByOne();
        Optional<Integer> untouched = untouched(setId, invitationId, alone ? "" : " for update skip locked");
        if (untouched.isPresent() && take(setId, untouched.get(), participantId, invitationId)) {
            return OptionalInt.of(untouched.get());
        }
        // Someone else may take a slot between the query and the update: then try the next, and query again at the end.
        for (List<Integer> free = free(setId, invitationId, SOME);
                !free.isEmpty();
                free = free(setId, invitationId, SOME)) {
            for (int number : free) {
                if (take(setId, number, participantId, invitationId)) {
                    return OptionalInt.of(number);
                }
            }
        }
        return set.portions() != null && areAllTaken(setId) && ratingSlots.anyFree(setId)
                ? OptionalInt.of(add(setId, participantId))
                : OptionalInt.empty();
    }

    private int add(long setId, long participantId) {
        int number = sets.addSlot(setId);
        jdbc.sql("insert into slot (set_id, number, participant_id) values (?, ?, ?)")
                .params(setId, number, participantId)
                .update();
        return number;
    }

    private Optional<Integer> untouched(long setId, long invitationId, String locked) {
        Optional<Integer> reserved = reservedFor(setId, invitationId);
        return reserved.isPresent()
                ? reserved
                : jdbc.sql("select number from slot where set_id = ? and " + OPEN_TO + " order by number limit 1"
                                + locked)
                        .params(setId, invitationId, now())
                        .query(Integer.class)
                        .optional();
    }

    /** Returns the slot that is reserved for this invitation, if there is one. */
    private Optional<Integer> reservedFor(long setId, long invitationId) {
        return jdbc.sql(
                        "select number from slot where set_id = ? and reserved_for = ? and participant_id is null limit 1")
                .params(setId, invitationId)
                .query(Integer.class)
                .optional();
    }

    /** Returns the lowest of the free slots. In a large set, thousands can be free. */
    private List<Integer> free(long setId, long invitationId, int most) {
        return jdbc.sql("select number from slot where set_id = ? and " + OPEN_TO + " order by number limit ?")
                .params(setId, invitationId, now(), most)
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
        freed.ifPresent(slot -> {
            ratingSlots.giveBack(slot.setId(), participantId);
            events.publishEvent(slot);
        });
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

    /**
     * Returns the free slots of these sets that are reserved for nobody. A slot of a set whose images are shared out is
     * none of them once each image has its ratings.
     */
    public List<SlotFreed> idle(List<Long> setIds) {
        List<Long> lacking = setIds.stream().filter(this::lacksRatings).toList();
        if (lacking.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select set_id, number from slot
                        where set_id in (:sets) and participant_id is null
                            and (reserved_for is null or reserved_until < :now)
                        order by set_id, number""")
                .param("sets", lacking)
                .param("now", now())
                .query((row, n) -> new SlotFreed(row.getLong("set_id"), row.getInt("number")))
                .list();
    }

    private boolean lacksRatings(long setId) {
        return sets.ofInvited(setId).portions() == null || ratingSlots.anyFree(setId);
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
