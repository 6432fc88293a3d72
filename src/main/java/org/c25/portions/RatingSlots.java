package org.c25.portions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.c25.sets.Portions;
import org.c25.sets.SetDeleted;
import org.c25.sets.SetOpened;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rating slots of sets whose images are shared out. Each image has as many as it is to get ratings. They are rows
 * made in advance, and a conditional UPDATE takes them, so no image gets a rating too many.
 *
 * <p>The free ones stand in a queue: first by the number of ratings that their image has without them, then in an order
 * that was drawn. Whoever takes some reads them from its head, and passes over those that somebody else is just taking.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RatingSlots {

    private static final int BATCH = 1000;
    private static final int FETCH = 10_000;

    /** A prime, so that multiplying by any number below it maps lots to lots one to one. */
    private static final long LOTS = 2_147_483_647L;

    private static final String SKIPPING = " for update skip locked";
    private static final String WAITING = " for update";
    private static final String ALONE = "";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JdbcTemplate streaming;
    private final Sets sets;
    private final boolean oneByOne;

    RatingSlots(JdbcClient jdbc, JdbcTemplate batch, Sets sets) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(batch.getDataSource()));
        this.streaming.setFetchSize(FETCH);
        this.sets = sets;
        this.oneByOne = Boolean.TRUE.equals(batch.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("H2")));
    }

    /** Receives a rating slot that somebody has. */
    @FunctionalInterface
    public interface Taken {

        /** @param number the column of the C25 files, from 0 */
        void accept(long itemId, int number, long participantId);
    }

    private record Place(long itemId, int number) {}

    @EventListener
    @Order(SetDeleted.FIRST)
    void delete(SetDeleted deleted) {
        jdbc.sql("delete from rating_slot where set_id = ?")
                .param(deleted.set().id())
                .update();
    }

    /** Makes the rating slots of a set that opens, all of them free. */
    @EventListener
    void make(SetOpened opened) {
        SetView set = opened.set();
        jdbc.sql("delete from rating_slot where set_id = ?").param(set.id()).update();
        Portions portions = set.portions();
        if (portions == null) {
            return;
        }
        Random random = new Random(set.id());
        List<Object[]> first = new ArrayList<>(BATCH);
        for (long itemId : sets.itemIds(set.id())) {
            first.add(new Object[] {set.id(), itemId, random.nextInt((int) LOTS)});
            if (first.size() == BATCH) {
                insert(first);
            }
        }
        insert(first);
        // The other turns have orders of their own, or the same images would always be rated by the same people. They
        // follow from the first by multiplication, so that the database makes them by itself.
        for (int turn = 1; turn < portions.ratings(); turn++) {
            jdbc.sql("""
                            insert into rating_slot (set_id, item_id, number, turn, lot)
                            select set_id, item_id, cast(:turn as int), cast(:turn as int),
                                cast(mod(cast(lot as bigint) * :factor + :shift, :lots) as int)
                            from rating_slot where set_id = :set and number = 0""")
                    .param("turn", turn)
                    .param("factor", 1 + random.nextInt((int) LOTS - 1))
                    .param("shift", random.nextInt((int) LOTS))
                    .param("lots", LOTS)
                    .param("set", set.id())
                    .update();
        }
    }

    private void insert(List<Object[]> rows) {
        batch.batchUpdate("insert into rating_slot (set_id, item_id, number, turn, lot) values (?, ?, 0, 0, ?)", rows);
        rows.clear();
    }

    /** Whether any image of the set lacks a rating that nobody is at work on. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean anyFree(long setId) {
        return !jdbc.sql("select number from rating_slot where set_id = ? and turn >= 0"
                        + " order by set_id, turn, lot limit 1")
                .param(setId)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /**
     * Makes those who come to a set wait for one another until their transaction ends, where the database has no better way:
     * H2 locks all free rows to return the first of them. To be called before anything is taken.
     */
    public void queue(SetView set) {
        if (oneByOne) {
            sets.lock(set.id());
        }
    }

    /** Whether those who come to a set take their slots one by one, so that none has to be passed over. */
    public boolean isOneByOne() {
        return oneByOne;
    }

    /**
     * Takes rating slots for a participant who has none yet: of as many images as one person rates in this set, those
     * with the fewest ratings first; fewer if there are no more.
     *
     * @return the ids of the images, each once; empty if no rating slot is free
     */
    public List<Long> take(SetView set, long participantId) {
        List<Long> taken = new ArrayList<>();
        take(set, participantId, taken, set.imagesEach(), oneByOne ? ALONE : SKIPPING);
        if (!oneByOne && taken.isEmpty()) {
            // All that are left may be just being taken by others, who may yet fail. Nobody is sent away for that.
            // Whoever
            // waits has none so far, and waits for one alone: so no two ever wait for each other.
            take(set, participantId, taken, 1, WAITING);
            if (!taken.isEmpty()) {
                take(set, participantId, taken, set.imagesEach(), SKIPPING);
            }
        }
        return taken;
    }

    /** Takes rating slots until there are so many, or no more that are free. */
    private void take(SetView set, long participantId, List<Long> taken, int wanted, String locked) {
        while (taken.size() < wanted) {
            List<Place> found = head(set, taken, wanted - taken.size(), locked);
            if (found.isEmpty()) {
                break;
            }
            Map<Long, Place> byItem = new LinkedHashMap<>();
            found.forEach(place -> byItem.putIfAbsent(place.itemId(), place));
            taken.addAll(take(set.id(), List.copyOf(byItem.values()), participantId));
        }
    }

    /** Locks the free rating slots at the head of the queue that are of none of these images. */
    private List<Place> head(SetView set, List<Long> except, int limit, String locked) {
        JdbcClient.StatementSpec query = jdbc.sql(
                        "select item_id, number from rating_slot where set_id = :set and turn >= 0"
                                + (except.isEmpty() ? "" : " and item_id not in (:except)")
                                + " order by set_id, turn, lot limit :limit" + locked)
                .param("set", set.id())
                .param("limit", limit);
        return (except.isEmpty() ? query : query.param("except", except))
                .query((row, n) -> new Place(row.getLong(1), row.getInt(2)))
                .list();
    }

    /** Takes these rating slots as far as they are free, and returns their images. */
    private List<Long> take(long setId, List<Place> places, long participantId) {
        int[] changed = batch.batchUpdate(
                """
                update rating_slot set participant_id = ?, turn = -1
                where set_id = ? and item_id = ? and number = ? and participant_id is null""",
                places.stream()
                        .map(place -> new Object[] {participantId, setId, place.itemId(), place.number()})
                        .toList());
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                taken.add(places.get(i).itemId());
            }
        }
        return taken;
    }

    /**
     * Gives the rating slots of somebody who leaves back, those of answered images too: what they answered counts no
     * more. Each stands in the queue by the number of ratings that its image has left.
     */
    public void giveBack(long setId, long participantId) {
        List<Long> items = jdbc.sql("select item_id from rating_slot where set_id = ? and participant_id = ?")
                .params(setId, participantId)
                .query(Long.class)
                .list();
        if (items.isEmpty()) {
            return;
        }
        // Of two people who leave at once, the second counts after the first.
        jdbc.sql("""
                        select number from rating_slot where set_id = :set and item_id in (:items)
                        order by item_id, number for update""")
                .param("set", setId)
                .param("items", items)
                .query(Integer.class)
                .list();
        jdbc.sql("""
                        update rating_slot set participant_id = null, turn = (
                            select count(*) from rating_slot other
                            where other.set_id = rating_slot.set_id and other.item_id = rating_slot.item_id
                                and other.participant_id <> :person)
                        where set_id = :set and participant_id = :person""").param("person", participantId).param("set", setId).update();
    }

    /** Whether somebody who has left can have all of these images again. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean canTakeBack(long setId, Collection<Long> itemIds) {
        return free(setId, itemIds, "").size() == itemIds.size();
    }

    /**
     * Takes rating slots of these images for somebody who comes back. A person's answers count all or not at all.
     *
     * @param itemIds each once
     * @return false, having taken none, if one of the images has all its ratings without them
     */
    public boolean takeBack(long setId, long participantId, Collection<Long> itemIds) {
        List<Place> places = free(setId, itemIds, " for update");
        return places.size() == itemIds.size()
                && take(setId, places, participantId).size() == itemIds.size();
    }

    /** Returns the next free rating slot of each of these images that has one. */
    private List<Place> free(long setId, Collection<Long> itemIds, String locked) {
        if (itemIds.isEmpty()) {
            return List.of();
        }
        Map<Long, Place> next = new HashMap<>();
        Map<Long, Integer> turns = new HashMap<>();
        // In the order of giveBack, so that no two wait for each other.
        jdbc.sql("""
                        select item_id, number, turn from rating_slot
                        where set_id = :set and item_id in (:items) and turn >= 0
                        order by item_id, number""" + locked).param("set", setId).param("items", itemIds).query(row -> {
            long itemId = row.getLong(1);
            if (row.getInt(3) < turns.getOrDefault(itemId, Integer.MAX_VALUE)) {
                turns.put(itemId, row.getInt(3));
                next.put(itemId, new Place(itemId, row.getInt(2)));
            }
        });
        return List.copyOf(next.values());
    }

    /**
     * Counts the images by the number of their rating slots that somebody has.
     *
     * @return how many images have 0, 1, 2 … up to all of them; empty before the set has opened
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Integer> imagesByTaken(SetView set) {
        Integer[] images = new Integer[set.columns() + 1];
        Arrays.fill(images, 0);
        int[] all = {0};
        jdbc.sql("""
                        select taken, count(*) from (
                            select count(participant_id) as taken from rating_slot where set_id = ? group by item_id) image
                        group by taken""").param(set.id()).query(row -> {
            images[row.getInt(1)] = row.getInt(2);
            all[0] += row.getInt(2);
        });
        return all[0] == 0 ? List.of() : List.of(images);
    }

    /** Passes on every rating slot that somebody has, in no order. Nothing is passed on where everyone rates all. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void forEachTaken(long setId, Taken taken) {
        streaming.query(
                "select item_id, number, participant_id from rating_slot where set_id = ? and participant_id is not null",
                (RowCallbackHandler) row -> taken.accept(row.getLong(1), row.getInt(2), row.getLong(3)),
                setId);
    }
}
