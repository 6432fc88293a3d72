package org.c25.ratings;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.ratings.RatingMatrix.Cell;
import org.jspecify.annotations.Nullable;

/** The answers to the images of a set from one position to another: two bytes an answer. */
final class MatrixBlock {

    private static final int NONE = -1;
    private static final int EXPRESSIONS = Expression.all().size() + 1;
    private static final int STEPS = Step.GREATEST + 2;

    /** All cells there can be, made once: there are about a thousand, and a set has millions of them. */
    private static final Cell[] CELLS = all();

    private final int from;
    private final int to;
    private final int slots;
    /** The index in {@link #CELLS} plus one, by image and then slot; 0 if there is no answer. */
    private final short[] cells;

    MatrixBlock(int from, int to, int slots) {
        this.from = from;
        this.to = to;
        this.slots = slots;
        this.cells = new short[(to - from) * slots];
    }

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

    /**
     * Puts the answer to one image into the block.
     *
     * @param row a row whose second to fourth column are expression, valence and arousal
     */
    void put(int position, int slot, ResultSet row) throws SQLException {
        if (position >= from && position < to) {
            int cell = ((code(row, 2) - NONE) * STEPS + code(row, 3) - NONE) * STEPS + code(row, 4) - NONE;
            cells[(position - from) * slots + slot] = (short) (cell + 1);
        }
    }

    private static int code(ResultSet row, int column) throws SQLException {
        int code = row.getInt(column);
        return code == 0 && row.wasNull() ? NONE : code;
    }

    /** Copies the answers to one image into an array, by slot. */
    void get(int position, @Nullable Cell[] row) {
        int first = (position - from) * slots;
        for (int slot = 0; slot < slots; slot++) {
            short cell = cells[first + slot];
            row[slot] = cell == 0 ? null : CELLS[cell - 1];
        }
    }
}
