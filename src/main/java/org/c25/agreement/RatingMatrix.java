package org.c25.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers of a set as items × participants. An item that somebody saw twice counts with the answer to its first
 * showing, and an answer that was revised with its latest revision.
 */
@Component
public class RatingMatrix {

    private static final int FETCH = 5000;
    private static final String CELLS = """
            select i.position, s.number, a.expression, a.valence, a.arousal
            from slot s
            join trial t on t.participant_id = s.participant_id and t.repeat_of is null
            join item i on i.id = t.item_id
            join annotation a on a.participant_id = t.participant_id and a.position = t.position
            where s.set_id = ? and not exists (
                select 1 from annotation later
                where later.participant_id = a.participant_id and later.position = a.position
                    and later.revision > a.revision)
            order by i.position, s.number""";

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
    @Transactional(readOnly = true)
    public void forEachRow(long setId, int capacity, BiConsumer<Item, @Nullable Cell[]> row) {
        Rows rows = new Rows(sets.items(setId), capacity, row);
        jdbc.query(CELLS, rows, setId);
        rows.finish();
    }

    /** The whole matrix in memory, a byte an answer, for what computes with it. */
    @Transactional(readOnly = true)
    public Ratings ratings(SetView set) {
        List<@Nullable Cell[]> rows = new ArrayList<>();
        forEachRow(set.id(), set.capacity(), (item, cells) -> rows.add(cells.clone()));
        byte[][] expression = new byte[set.capacity()][rows.size()];
        byte[][] valence = new byte[set.capacity()][rows.size()];
        byte[][] arousal = new byte[set.capacity()][rows.size()];
        for (int image = 0; image < rows.size(); image++) {
            for (int slot = 0; slot < set.capacity(); slot++) {
                Cell cell = rows.get(image)[slot];
                expression[slot][image] = cell == null ? Ratings.NONE : category(cell.expression());
                valence[slot][image] = cell == null ? Ratings.NONE : category(cell.valence());
                arousal[slot][image] = cell == null ? Ratings.NONE : category(cell.arousal());
            }
        }
        return Ratings.of(expression, valence, arousal);
    }

    private static byte category(@Nullable Expression expression) {
        return expression == null ? Ratings.NONE : (byte) expression.code();
    }

    private static byte category(@Nullable Step step) {
        return step == null ? Ratings.NONE : (byte) (step.value() - Step.LEAST);
    }

    /** Puts cells, which come sorted, into rows. */
    private static final class Rows implements RowCallbackHandler {

        private final List<Item> items;
        private final BiConsumer<Item, @Nullable Cell[]> consumer;
        private final @Nullable Cell[] cells;
        private int position;

        Rows(List<Item> items, int capacity, BiConsumer<Item, @Nullable Cell[]> consumer) {
            this.items = items;
            this.cells = new Cell[capacity];
            this.consumer = consumer;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            flushUntil(row.getInt(1));
            cells[row.getInt(2)] = cell(row);
        }

        void finish() {
            flushUntil(items.size());
        }

        private void flushUntil(int next) {
            for (; position < next; position++) {
                consumer.accept(items.get(position), cells);
                Arrays.fill(cells, null);
            }
        }

        private static Cell cell(ResultSet row) throws SQLException {
            int expression = row.getInt(3);
            boolean noExpression = row.wasNull();
            int valence = row.getInt(4);
            boolean noValence = row.wasNull();
            int arousal = row.getInt(5);
            boolean noArousal = row.wasNull();
            return new Cell(
                    noExpression ? null : Expression.all().get(expression),
                    noValence ? null : new Step(valence),
                    noArousal ? null : new Step(arousal));
        }
    }
}
