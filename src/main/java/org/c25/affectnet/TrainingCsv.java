package org.c25.affectnet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.c25.common.CsvNumbers;
import org.c25.common.CsvText;
import org.c25.common.FaultList;
import org.c25.common.Problem;
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
    private int blank;

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
     * @throws Problem with what is wrong, by line and column
     */
    public static int read(String field, InputStream in, Consumer<TrainingRow> rows) throws IOException {
        TrainingCsv training = new TrainingCsv(field, rows);
        CsvText text = CsvText.open(field, in);
        try (CsvReader<TrainingLine> csv = text.csv().build(new TrainingLine(text.linesBefore()), text.reader())) {
            training.readAll(field, csv);
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            training.faults.refuseIfAny();
            throw Problem.invalid(field, CsvText.fault(e));
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
            if (line.isBlank()) {
                blank++;
                continue;
            }
            // Empty rows at the end are none. One before others has its number all the same, and no face.
            index += blank;
            blank = 0;
            take(line);
            index++;
        }
        if (index == 0) {
            throw Problem.invalid(field, "is empty: AffectNet's header and a line for each face are needed");
        }
    }

    private static void requireHeader(String field, TrainingLine line) {
        List<String> missing = line.readHeader();
        if (missing.isEmpty()) {
            return;
        }
        List<String> found = line.header();
        String wanted = String.join(",", TrainingLine.COLUMNS);
        String first = found.isEmpty() ? "" : found.get(0);
        throw Problem.invalid(
                field,
                first.contains("/")
                        ? "has no header; put this line before the first: " + wanted
                        : "is not AffectNet's Training.csv: its header lacks " + String.join(", ", missing)
                                + ". The header is " + wanted + ", not " + line.size()
                                + " columns that begin with "
                                + String.join(",", found.subList(0, Math.min(3, found.size()))));
    }

    private void take(TrainingLine line) {
        if (!line.isWhole()) {
            faults.add(line.line(), null, "has " + line.size() + " columns instead of " + line.columns());
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
        return CsvNumbers.isGap(text);
    }

    private int whole(TrainingLine line, String column) {
        String text = line.cell(column);
        OptionalLong number = CsvNumbers.whole(text);
        if (number.isPresent() && number.getAsLong() == (int) number.getAsLong()) {
            return (int) number.getAsLong();
        }
        faults.add(line.line(), column, text.isEmpty() ? "is empty" : CsvNumbers.fault("a whole number", text));
        return NOT_A_NUMBER;
    }

    private double value(TrainingLine line, String column) {
        String text = line.cell(column);
        OptionalDouble number = CsvNumbers.decimal(text);
        double value = number.orElse(Double.NaN);
        if (value >= -1 && value <= 1 || value == -2) {
            return value;
        }
        faults.add(line.line(), column, text.isEmpty() ? "is empty" : CsvNumbers.fault("is -1 to 1, or -2", text));
        return -2;
    }
}
