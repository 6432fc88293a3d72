package org.c25.affectnet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The line of Training.csv that was read last. One object serves the whole file, and it makes no text of the landmarks,
 * which are most of the file.
 */
final class TrainingLine extends AbstractBaseCsvCallbackHandler<TrainingLine> {

    static final List<String> COLUMNS = List.of(
            "subDirectory_filePath",
            "face_x",
            "face_y",
            "face_width",
            "face_height",
            "facial_landmarks",
            "expression",
            "valence",
            "arousal");

    private static final int LANDMARKS = COLUMNS.indexOf("facial_landmarks");

    private final @Nullable String[] cells = new String[COLUMNS.size()];
    private boolean first = true;

    @Override
    protected void handleBegin(long startingLineNumber) {
        Arrays.fill(cells, null);
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column < cells.length && (first || column != LANDMARKS)) {
            cells[column] = new String(buffer, offset, length);
        }
    }

    @Override
    protected TrainingLine buildRecord() {
        first = false;
        return this;
    }

    int line() {
        return (int) getStartingLineNumber();
    }

    int size() {
        return getFieldCount();
    }

    /** Returns a cell of a line that has all columns, without the spaces around it. The landmarks can't be read. */
    String cell(String column) {
        return Objects.requireNonNull(cells[COLUMNS.indexOf(column)]).strip();
    }

    /** Returns the cells of the first line; those beyond AffectNet's columns are left out. */
    List<String> header() {
        return Arrays.stream(cells).filter(Objects::nonNull).map(String::strip).toList();
    }
}
