package org.c25.ratings;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers of a set as items × participants. If somebody saw an item twice, the answer to its first showing counts;
 * if an answer was revised, its latest revision counts.
 *
 * <p>The answers are read one person after the other, as they are stored in the database, and arranged by image in
 * memory: it would take several times as long to let the database sort them all. One block of images is arranged at a
 * time, so that the memory needed does not grow with the set; ten million answers fit into one block.
 */
@Component
public class RatingMatrix {

    private static final int FETCH = 10_000;
    private static final int MOST_CELLS = 12_000_000;

    private static final String ANSWERS = """
            select item_id, expression, valence, arousal from rating where participant_id = ? and repeat_of is null""";

    private final JdbcTemplate jdbc;
    private final Sets sets;
    private final Raters raters;
    private final Cursors cursors;

    RatingMatrix(JdbcTemplate jdbc, Sets sets, Raters raters, Cursors cursors) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.sets = sets;
        this.raters = raters;
        this.cursors = cursors;
    }

    /**
     * One participant's answer to one item.
     *
     * @param expression the expression; null, like the other two, only if an imported file had an empty cell
     */
    public record Cell(
            @Nullable Expression expression,
            @Nullable Step valence,
            @Nullable Step arousal) {}

    /**
     * Goes through the rows in the order of the set.
     *
     * @param capacity the number of slots
     * @param row receives each item with its cells: one a slot, null if there is no answer. The array is used again for
     *     the next row
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void forEachRow(long setId, int capacity, BiConsumer<Item, @Nullable Cell[]> row) {
        forEachRow(setId, capacity, Math.max(1, MOST_CELLS / capacity), row);
    }

    /**
     * Goes through the rows as {@link #forEachRow(long, int, BiConsumer)} does.
     *
     * @param block how many images are arranged at a time
     */
    public void forEachRow(long setId, int capacity, int block, BiConsumer<Item, @Nullable Cell[]> row) {
        cursors.prepare();
        ItemPositions positions = new ItemPositions(sets.itemIds(setId));
        List<Rater> people = raters.of(setId);
        @Nullable Cell[] cells = new Cell[capacity];
        for (int from = 0; from < positions.count(); from += block) {
            int to = Math.min(from + block, positions.count());
            MatrixBlock answers = new MatrixBlock(from, to, capacity);
            people.forEach(rater -> read(rater, positions, answers));
            sets.forEachItem(setId, from, to, item -> {
                answers.get(item.position(), cells);
                row.accept(item, cells);
            });
        }
    }

    private void read(Rater rater, ItemPositions positions, MatrixBlock answers) {
        jdbc.query(
                ANSWERS,
                (RowCallbackHandler) found -> answers.put(positions.of(found.getLong(1)), rater.slot(), found),
                rater.participantId());
    }

    /** Returns a fingerprint, which does not hold the answers, but changes when any of them does. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Fingerprint fingerprint(long setId) {
        return Fingerprint.of(raters.of(setId), sets.itemIds(setId));
    }

    /** Returns the whole matrix in memory, a byte an answer, for computing statistics. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Ratings ratings(SetView set) {
        int images = sets.itemIds(set.id()).length;
        byte[][] expression = nothing(set.capacity(), images);
        byte[][] valence = nothing(set.capacity(), images);
        byte[][] arousal = nothing(set.capacity(), images);
        int[] image = {0};
        forEachRow(set.id(), set.capacity(), (item, cells) -> {
            for (int slot = 0; slot < cells.length; slot++) {
                Cell cell = cells[slot];
                if (cell != null) {
                    expression[slot][image[0]] = category(cell.expression());
                    valence[slot][image[0]] = category(cell.valence());
                    arousal[slot][image[0]] = category(cell.arousal());
                }
            }
            image[0]++;
        });
        return Ratings.of(expression, valence, arousal);
    }

    private static byte[][] nothing(int slots, int images) {
        byte[][] nothing = new byte[slots][images];
        for (byte[] slot : nothing) {
            Arrays.fill(slot, Ratings.NONE);
        }
        return nothing;
    }

    private static byte category(@Nullable Expression expression) {
        return expression == null ? Ratings.NONE : (byte) expression.code();
    }

    private static byte category(@Nullable Step step) {
        return step == null ? Ratings.NONE : (byte) (step.value() - Step.LEAST);
    }
}
