package org.c25.ratings;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.portions.RatingSlots;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the answers of a set whose images are shared out, each into the column of its rating slot. The rating slots say
 * whose answer to an image counts in which column; those of people who have left have none. Eight bytes a cell are needed
 * meanwhile, and both tables are read through once.
 */
@Component
public class RatingSlotReader {

    private static final int FETCH = 10_000;

    private final JdbcTemplate jdbc;
    private final RatingSlots slots;
    private final Raters raters;
    private final Sets sets;

    RatingSlotReader(JdbcTemplate jdbc, RatingSlots slots, Raters raters, Sets sets) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.slots = slots;
        this.raters = raters;
        this.sets = sets;
    }

    /** Stands for a free rating slot. */
    public static final int NOBODY = -1;

    /**
     * Goes through the images in the order of the set, with the people who have their rating slots.
     *
     * @param row receives each item with the slot of a person for each rating slot, {@link #NOBODY} where it is free. The
     *     array is used again for the next row
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void forEachRow(SetView set, BiConsumer<Item, int[]> row) {
        ItemPositions positions = new ItemPositions(sets.itemIds(set.id()));
        int columns = set.columns();
        Map<Long, Integer> slotOf =
                raters.of(set.id()).stream().collect(Collectors.toMap(Rater::participantId, Rater::slot));
        int[] people = new int[positions.count() * columns];
        Arrays.fill(people, NOBODY);
        slots.forEachTaken(
                set.id(),
                (itemId, number, participantId) ->
                        people[positions.of(itemId) * columns + number] = slotOf.getOrDefault(participantId, NOBODY));
        int[] cells = new int[columns];
        sets.forEachItem(set.id(), 0, positions.count(), item -> {
            System.arraycopy(people, item.position() * columns, cells, 0, columns);
            row.accept(item, cells);
        });
    }

    void read(SetView set, MatrixBlock answers) {
        long[] people = new long[answers.size()];
        slots.forEachTaken(set.id(), (itemId, number, participantId) -> {
            int cell = answers.cell(itemId, number);
            if (cell >= 0) {
                people[cell] = participantId;
            }
        });
        jdbc.query(
                """
                select item_id, expression, valence, arousal, participant_id from rating
                where set_id = ? and repeat_of is null""",
                (RowCallbackHandler) found -> {
                    long itemId = found.getLong(1);
                    long participantId = found.getLong(5);
                    for (int number = 0; number < set.columns(); number++) {
                        int cell = answers.cell(itemId, number);
                        if (cell >= 0 && people[cell] == participantId) {
                            answers.put(itemId, number, found);
                        }
                    }
                },
                set.id());
    }
}
