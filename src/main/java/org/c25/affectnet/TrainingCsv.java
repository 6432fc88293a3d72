package org.c25.affectnet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.Consumer;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.c25.common.UploadedCsv;
import org.c25.images.FaceBox;
import org.jspecify.annotations.Nullable;

/**
 * Reads AffectNet's Training.csv row by row, and keeps no row: the file has about 415,000, and 300 MB with the
 * landmarks, which it skips. The header is AffectNet's own.
 */
public final class TrainingCsv {

    private static final int PATH_MAX = 500;
    private static final int FILENAME_MAX = 255;
    private static final int NOT_A_NUMBER = Integer.MIN_VALUE;

    private final FaultList faults;
    private final Consumer<TrainingRow> rows;
    private int index;

    private TrainingCsv(String field, Consumer<TrainingRow> rows) {
        this.faults = new FaultList(field);
        this.rows = rows;
    }

    /**
     * Reads a file and hands on its rows.
     *
     * @param field the field of the request in which the file came, for messages
     * @param rows takes each row in the order of the file; the rows that it took are of no use if this method throws
     * @return how many rows there are
     * @throws Problem with what is wrong, by line and column; reading stops after about a hundred faults
     */
    public static int read(String field, InputStream in, Consumer<TrainingRow> rows) throws IOException {
        TrainingCsv training = new TrainingCsv(field, rows);
        try (CsvReader<TrainingLine> csv = UploadedCsv.reader().build(new TrainingLine(), UploadedCsv.text(in))) {
            training.readAll(field, csv);
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            training.faults.refuseIfAny();
            throw Problem.invalid(field, UploadedCsv.fault(e));
        }
        training.faults.refuseIfAny();
        return training.index;
    }

    private void readAll(String field, Iterable<TrainingLine> csv) {
        boolean first = true;
        for (TrainingLine line : csv) {
            if (first) {
                requireHeader(field, line);
                first = false;
                continue;
            }
            take(line);
            index++;
            if (faults.isFull()) {
                return;
            }
        }
        if (index == 0 && !faults.isFull()) {
            throw Problem.invalid(field, "is empty: AffectNet's header and a line for each face are needed");
        }
    }

    private static void requireHeader(String field, TrainingLine line) {
        List<String> found = line.header();
        if (found.equals(TrainingLine.COLUMNS) && line.size() == TrainingLine.COLUMNS.size()) {
            return;
        }
        String wanted = String.join(",", TrainingLine.COLUMNS);
        String first = found.isEmpty() ? "" : found.get(0);
        throw Problem.invalid(
                field,
                first.contains("/")
                        ? "has no header; put this line before the first: " + wanted
                        : "is not AffectNet's Training.csv: its header is " + wanted + ", not " + line.size()
                                + " columns that begin with "
                                + String.join(",", found.subList(0, Math.min(3, found.size()))));
    }

    private void take(TrainingLine line) {
        if (line.size() != TrainingLine.COLUMNS.size()) {
            faults.add(line.line(), null, "has " + line.size() + " columns instead of " + TrainingLine.COLUMNS.size());
            return;
        }
        String path = path(line);
        int expression = whole(line, "expression");
        if (expression != NOT_A_NUMBER && (expression < 0 || expression > 10)) {
            faults.add(line.line(), "expression", "is an AffectNet code, 0 to 10, not " + expression);
        }
        FaceBox box = box(line);
        double valence = value(line, "valence");
        double arousal = value(line, "arousal");
        if (!faults.isAny()) {
            rows.accept(new TrainingRow(index, line.line(), path, box, (byte) expression, valence, arousal));
        }
    }

    private String path(TrainingLine line) {
        String column = "subDirectory_filePath";
        String path = line.cell(column);
        int name = path.length() - path.lastIndexOf('/') - 1;
        if (name == 0) {
            faults.add(line.line(), column, path.isEmpty() ? "is empty" : "names no file: " + path);
        } else if (path.length() > PATH_MAX
                || name > FILENAME_MAX
                || path.startsWith("/")
                || path.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))
                || ("/" + path + "/").contains("/../")) {
            faults.add(line.line(), column, "is a path such as 689/face.jpg below the folder of images, not " + path);
        }
        return path;
    }

    /** Returns the face box of a row; null where AffectNet has NULL, nothing or a size of 0. */
    private @Nullable FaceBox box(TrainingLine line) {
        if (isNone(line.cell("face_x"))
                || isNone(line.cell("face_y"))
                || isNone(line.cell("face_width"))
                || isNone(line.cell("face_height"))) {
            return null;
        }
        int x = whole(line, "face_x");
        int y = whole(line, "face_y");
        int width = whole(line, "face_width");
        int height = whole(line, "face_height");
        boolean isBox = x != NOT_A_NUMBER && y != NOT_A_NUMBER && width > 0 && height > 0;
        return isBox ? new FaceBox(x, y, width, height) : null;
    }

    private static boolean isNone(String text) {
        return text.isEmpty() || text.equals("NULL");
    }

    private int whole(TrainingLine line, String column) {
        String text = line.cell(column);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            faults.add(line.line(), column, text.isEmpty() ? "is empty" : "a whole number, not " + text);
            return NOT_A_NUMBER;
        }
    }

    private double value(TrainingLine line, String column) {
        String text = line.cell(column);
        try {
            double value = Double.parseDouble(text);
            if (value >= -1 && value <= 1 || value == -2) {
                return value;
            }
        } catch (NumberFormatException e) {
            // A text that is no number gets the fault below, as a number out of range does.
        }
        faults.add(line.line(), column, text.isEmpty() ? "is empty" : "is -1 to 1, or -2, not " + text);
        return -2;
    }
}
