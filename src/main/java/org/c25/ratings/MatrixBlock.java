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

    private final ItemPositions positions;
    private final int from;
    private final int to;
    private final int columns;
    /** The index in {@link #CELLS} plus one, by image and then column; 0 if there is no answer. */
    private final short[] cells;

    /**
     * @param positions of all items of the set
     * @param from the position of the first image
     * @param to the position after the last one
     */
    MatrixBlock(ItemPositions positions, int from, int to, int columns) {
        this.positions = positions;
        this.from = from;
        this.to = to;
        this.columns = columns;
        this.cells = new short[(to - from) * columns];
    }

    /** Returns how many cells there are. */
    int size() {
        return cells.length;
    }

    /** Returns the number of a cell of this block, from 0; −1 if the image is not in it. */
    int cell(long itemId, int column) {
        int position = positions.of(itemId);
        return position >= from && position < to ? (position - from) * columns + column : -1;
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
    void put(long itemId, int column, ResultSet row) throws SQLException {
        int place = cell(itemId, column);
        if (place >= 0) {
            int cell = ((code(row, 2) - NONE) * STEPS + code(row, 3) - NONE) * STEPS + code(row, 4) - NONE;
            cells[place] = (short) (cell + 1);
        }
    }

    private static int code(ResultSet row, int column) throws SQLException {
        int code = row.getInt(column);
        return code == 0 && row.wasNull() ? NONE : code;
    }

    /** Copies the answers to one image into an array, by column. */
    void get(int position, @Nullable Cell[] row) {
        int first = (position - from) * columns;
        for (int column = 0; column < columns; column++) {
            short cell = cells[first + column];
            row[column] = cell == 0 ? null : CELLS[cell - 1];
        }
    }
}
