package org.c25.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.InvalidResultSetAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers of a set as items × participants. An item that somebody saw twice counts with the answer to its first
 * showing, and an answer that was revised with its latest revision.
 *
 * <p>Items and answers are read side by side by two cursors, so that nothing is held but the rows on their way: a set may have
 * any number of images.
 */
@Component
public class RatingMatrix {

    private static final int FETCH = 10_000;

    /** With every revision, the latest last: to leave the earlier ones out costs the database more than to send them. */
    private static final String CELLS = """
            select i.position, s.number, a.expression, a.valence, a.arousal
            from slot s
            join trial t on t.participant_id = s.participant_id and t.repeat_of is null
            join item i on i.id = t.item_id
            join annotation a on a.participant_id = t.participant_id and a.position = t.position
            where s.set_id = ?
            order by i.position, s.number, a.revision""";

    private final JdbcTemplate jdbc;
    private final Sets sets;

    RatingMatrix(JdbcTemplate jdbc, Sets sets) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.sets = sets;
    }

    /**
     * One participant's answer to one item.
     *
     * @param expression null, as the other two, only where an imported file had an empty cell
     */
    public record Cell(
            @Nullable Expression expression,
            @Nullable Step valence,
            @Nullable Step arousal) {}

    /**
     * Goes through the rows in the order of the set.
     *
     * @param capacity the number of slots
     * @param row gets each item with its cells: one a slot, null where there is no answer. The array is used again for
     *     the next row
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void forEachRow(long setId, int capacity, BiConsumer<Item, @Nullable Cell[]> row) {
        @Nullable Cell[] cells = new Cell[capacity];
        jdbc.query(
                CELLS,
                (ResultSetExtractor<@Nullable Void>) found -> {
                    Cursor cursor = new Cursor(found);
                    sets.forEachItem(setId, item -> {
                        Arrays.fill(cells, null);
                        cursor.read(item.position(), cells);
                        row.accept(item, cells);
                    });
                    return null;
                },
                setId);
    }

    /** The whole matrix in memory, a byte an answer, for what computes with it. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Ratings ratings(SetView set) {
        int images = Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from item where set_id = ?", Integer.class, set.id()));
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

    /** The answers as they come from the database, sorted by position. */
    private static final class Cursor {

        private final ResultSet found;
        private boolean there;
        private int position;

        Cursor(ResultSet found) throws SQLException {
            this.found = found;
            next();
        }

        private void next() throws SQLException {
            there = found.next();
            position = there ? found.getInt(1) : 0;
        }

        /** Puts the answers to the item at this position into the slots' cells. */
        void read(int wanted, @Nullable Cell[] cells) {
            try {
                while (there && position <= wanted) {
                    if (position == wanted) {
                        cells[found.getInt(2)] = CellTable.cell(code(3), code(4), code(5));
                    }
                    next();
                }
            } catch (SQLException e) {
                throw new InvalidResultSetAccessException(e);
            }
        }

        private int code(int column) throws SQLException {
            int code = found.getInt(column);
            return code == 0 && found.wasNull() ? CellTable.NONE : code;
        }
    }

    /** Every cell there can be, each made once: there are less than a thousand, and a set has millions of them. */
    private static final class CellTable {

        static final int NONE = -1;

        private static final int EXPRESSIONS = Expression.all().size() + 1;
        private static final int STEPS = Step.GREATEST + 2;
        private static final Cell[] CELLS = all();

        private static Cell[] all() {
            Cell[] all = new Cell[EXPRESSIONS * STEPS * STEPS];
            for (int i = 0; i < all.length; i++) {
                int expression = i / (STEPS * STEPS) + NONE;
                all[i] = new Cell(
                        expression == NONE ? null : Expression.all().get(expression),
                        step(i / STEPS % STEPS + NONE),
                        step(i % STEPS + NONE));
            }
            return all;
        }

        private static @Nullable Step step(int value) {
            return value < Step.LEAST ? null : new Step(value);
        }

        static Cell cell(int expression, int valence, int arousal) {
            return CELLS[((expression - NONE) * STEPS + valence - NONE) * STEPS + arousal - NONE];
        }
    }
}
