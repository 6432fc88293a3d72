package org.c25.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.c25.accounts.Caller;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.SlotChange;
import org.c25.ratings.RatingReader;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who was in the slots of a set, one after another, and what is kept of those who are not in them any more. */
@Service
@Transactional(readOnly = true)
class SlotOccupancies {

    private final JdbcClient jdbc;
    private final RatingReader reader;
    private final Sets sets;

    SlotOccupancies(JdbcClient jdbc, RatingReader reader, Sets sets) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.sets = sets;
    }

    /**
     * Returns every slot of a set, by number.
     *
     * @throws Problem 404 if there is no such set that the caller may see
     */
    List<SlotLine> all(Caller caller, long setId) {
        SetView set = sets.require(caller, setId);
        return jdbc.sql("""
                        select s.number, p.id, p.status, p.trials, p.stalled_at, p.answered,
                            case when s.reserved_until >= current_timestamp then 1 else 0 end as reserved,
                            (select count(*) from slot_event e where e.set_id = s.set_id and e.slot_number = s.number
                                and e.what in ('RELEASED', 'REPLACED', 'WITHDRAWN')) as past,
                            (select coalesce(sum(q.answered), 0) from participant q
                                where q.set_id = s.set_id and q.slot_number = s.number and q.status in ('RELEASED', 'REPLACED', 'WITHDRAWN')) as kept
                        from slot s left join participant p on p.id = s.participant_id
                        where s.set_id = ? order by s.number""")
                .param(set.id())
                .query((row, n) -> new SlotLine(
                        row.getInt("number"),
                        row.getObject("id") == null
                                ? null
                                : new Occupant(
                                        row.getLong("id"),
                                        ParticipantStatus.valueOf(row.getString("status")),
                                        row.getInt("answered"),
                                        row.getInt("trials"),
                                        Moments.inOrNull(row, "stalled_at")),
                        row.getInt("reserved") == 1,
                        row.getInt("past"),
                        row.getInt("kept")))
                .list();
    }

    /**
     * Returns one slot.
     *
     * @throws Problem 404 if there is no such slot that the caller may see
     */
    SlotLife of(Caller caller, long setId, int slot) {
        SlotLine line = all(caller, setId).stream()
                .filter(one -> one.slot() == slot)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("slot"));
        return new SlotLife(line, events(setId, slot));
    }

    private List<Event> events(long setId, int slot) {
        return jdbc.sql("""
                        select e.what, e.at, e.actor, e.note, p.id, p.status, p.trials, now.number as now_in,
                            p.answered as kept
                        from slot_event e
                        left join participant p on p.id = e.participant_id
                        left join slot now on now.participant_id = p.id
                        where e.set_id = ? and e.slot_number = ? order by e.id""")
                .params(setId, slot)
                .query((row, n) -> new Event(
                        SlotChange.valueOf(row.getString("what")),
                        Moments.in(row, "at"),
                        row.getString("actor"),
                        row.getString("note"),
                        row.getObject("id") == null
                                ? null
                                : new Person(
                                        row.getLong("id"),
                                        ParticipantStatus.valueOf(row.getString("status")),
                                        reader.answeredBy(row.getLong("id"), Moments.in(row, "at")),
                                        row.getInt("kept"),
                                        row.getInt("trials"),
                                        row.getObject("now_in", Integer.class))))
                .list();
    }

    /**
     * A slot in the list of all.
     *
     * @param occupant the person in the slot; null if it is free
     * @param reserved whether it is kept for somebody who waits; of no account while somebody is in it
     * @param past how many people were in it before
     * @param kept the number of answered trials of the people who were last in it; the trials are kept and in no file
     */
    record SlotLine(int slot, @Nullable Occupant occupant, boolean reserved, int past, int kept) {}

    /**
     * The person who is in a slot.
     *
     * @param participant the person's number in the database, which tells nobody's name
     * @param stalledAt when the person was taken for stalled; null while they come
     */
    record Occupant(
            long participant,
            ParticipantStatus status,
            int answered,
            int total,
            @Nullable Instant stalledAt) {}

    /** A slot, and everything that happened to it, the oldest first. */
    record SlotLife(SlotLine line, List<Event> events) {

        /** Returns the occupancies of the slot, one per person who was in it, the latest first. */
        List<SlotOccupancy> occupancies() {
            return SlotOccupancy.of(events);
        }

        /**
         * Returns a person who was in the slot and is in none now, as the last event has them; null for anybody else.
         *
         * @param participant the person's number; null for nobody
         */
        @Nullable
        Person past(@Nullable Long participant) {
            Person past = null;
            for (Event event : events) {
                Person person = event.person();
                if (person != null && person.nowIn() == null && Objects.equals(person.participant(), participant)) {
                    past = person;
                }
            }
            return past;
        }
    }

    /**
     * An event of a slot.
     *
     * @param actor who did it: an account's name, {@code system} or {@code participant}; null if it is from before
     *     actors were kept
     * @param person the person in the slot; null if they had everything erased
     */
    record Event(
            SlotChange what,
            Instant at,
            @Nullable String actor,
            @Nullable String note,
            @Nullable Person person) {}

    /**
     * The person whom an event is about.
     *
     * @param answered the number of trials that had an answer when it happened
     * @param kept the number of trials that have one now
     * @param nowIn the slot in which they are now; null for none
     */
    record Person(
            long participant,
            ParticipantStatus status,
            int answered,
            int kept,
            int total,
            @Nullable Integer nowIn) {}
}
