package org.c25.affectnet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.c25.common.CsvText;
import org.jspecify.annotations.Nullable;

/**
 * The line of Training.csv that was read last. One object serves the whole file, and it makes no text of the landmarks,
 * which are most of the file, nor of columns that AffectNet does not have.
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
    private static final int PASSED_OVER = -1;

    private final int linesBefore;

    /** The cells by AffectNet's columns. */
    private final @Nullable String[] cells = new String[COLUMNS.size()];

    private final List<String> header = new ArrayList<>();

    /** By the file's columns: which of AffectNet's each is. Empty until the header has been read. */
    private int[] places = new int[0];

    /** The number of columns that hold anything. */
    private int filled;

    TrainingLine(int linesBefore) {
        this.linesBefore = linesBefore;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        Arrays.fill(cells, null);
        filled = 0;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (length > 0) {
            filled = column + 1;
        }
        if (places.length == 0) {
            header.add(CsvText.clean(new String(buffer, offset, length)));
        } else if (column < places.length && places[column] != PASSED_OVER) {
            cells[places[column]] = new String(buffer, offset, length);
        }
    }

    @Override
    protected TrainingLine buildRecord() {
        return this;
    }

    /** Takes the line that was read last for the header, and returns which of AffectNet's columns it lacks. */
    List<String> readHeader() {
        while (!header.isEmpty() && header.get(header.size() - 1).isEmpty()) {
            header.remove(header.size() - 1);
        }
        List<String> keys = header.stream().map(CsvText::key).toList();
        places = new int[header.size()];
        Arrays.fill(places, PASSED_OVER);
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            int place = keys.indexOf(CsvText.key(COLUMNS.get(i)));
            if (place < 0 && i != LANDMARKS) {
                missing.add(COLUMNS.get(i));
            } else if (place >= 0 && i != LANDMARKS) {
                places[place] = i;
            }
        }
        return missing;
    }

    int line() {
        return (int) getStartingLineNumber() + linesBefore;
    }

    int size() {
        return getFieldCount();
    }

    /** Returns how many columns the header has. */
    int columns() {
        return header.size();
    }

    boolean isBlank() {
        return filled == 0;
    }

    /** Whether the line has a cell for each column, and nothing beyond them. */
    boolean isWhole() {
        return getFieldCount() >= columns() && filled <= columns();
    }

    /** Returns a cell of a line that has all columns, without the spaces around it. The landmarks can't be read. */
    String cell(String column) {
        return CsvText.clean(Objects.requireNonNull(cells[COLUMNS.indexOf(column)]));
    }

    List<String> header() {
        return header;
    }
}
