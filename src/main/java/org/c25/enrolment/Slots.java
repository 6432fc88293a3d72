package org.c25.enrolment;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.c25.sets.SetCreated;
import org.c25.sets.SetView;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The places of a set. They are rows made in advance, and one conditional UPDATE takes one, so no load and no number of
 * servers can give a place to two people, or a set more people than places.
 */
@Component
class Slots {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Slots(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
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

    /**
     * Takes the lowest free place for a participant.
     *
     * @return its number, or empty if none is free
     */
    OptionalInt takeAny(long setId, long participantId) {
        // Someone else may take a place between the look and the update: then try the next, and look again at the end.
        for (List<Integer> free = free(setId); !free.isEmpty(); free = free(setId)) {
            for (int number : free) {
                if (take(setId, number, participantId)) {
                    return OptionalInt.of(number);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Takes one place, if it is free. */
    boolean take(long setId, int number, long participantId) {
        return jdbc.sql("update slot set participant_id = ? where set_id = ? and number = ? and participant_id is null")
                        .params(participantId, setId, number)
                        .update()
                == 1;
    }

    void release(long participantId) {
        jdbc.sql("update slot set participant_id = null where participant_id = ?")
                .param(participantId)
                .update();
    }

    List<Integer> free(long setId) {
        return jdbc.sql("select number from slot where set_id = ? and participant_id is null order by number")
                .param(setId)
                .query(Integer.class)
                .list();
    }
}
