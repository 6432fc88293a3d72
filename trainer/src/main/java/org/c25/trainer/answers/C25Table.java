package org.c25.trainer.answers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.c25.trainer.Csv;
import org.c25.trainer.Problem;

/**
 * One C25 file.
 *
 * @param values image × rater
 */
record C25Table(List<String> images, List<String> raters, float[][] values) {

    private static final int NAMES = 2;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9](\\.[0-9]+)?");

    /**
     * Reads a file in UTF-8, with or without a byte order mark.
     *
     * @param name what the file is called in messages
     * @throws Problem if it is no C25 file: by line and column
     */
    static C25Table read(Path file, String name, Dimension dimension) {
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Csv.text(file))) {
            return new Reading(name, dimension).read(lines);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new Problem(name + " can't be read as a CSV: " + why(e) + ".");
        }
    }

    private static String why(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return "it is not in UTF-8";
            }
        }
        return String.valueOf(e.getMessage());
    }

    /** The reading of one file. */
    private static final class Reading {

        private final String name;
        private final Dimension dimension;
        private final Map<String, Long> images = new LinkedHashMap<>();
        private final List<float[]> values = new ArrayList<>();

        Reading(String name, Dimension dimension) {
            this.name = name;
            this.dimension = dimension;
        }

        C25Table read(Iterable<CsvRecord> lines) {
            List<String> raters = List.of();
            for (CsvRecord line : lines) {
                if (raters.isEmpty()) {
                    raters = raters(line);
                } else {
                    add(line, raters);
                }
            }
            if (images.isEmpty()) {
                throw new Problem(name + " has no image.");
            }
            return new C25Table(List.copyOf(images.keySet()), raters, values.toArray(float[][]::new));
        }

        private List<String> raters(CsvRecord line) {
            List<String> cells = line.getFields();
            if (cells.size() <= NAMES
                    || !cells.get(0).equals("index")
                    || !cells.get(1).equals("filename")) {
                throw fault(line, "the header must be index,filename,participant0, … – is this a C25 file?");
            }
            List<String> raters = cells.subList(NAMES, cells.size());
            for (int at = 0; at < raters.size(); at++) {
                if (raters.indexOf(raters.get(at)) < at) {
                    throw fault(line, "there are two columns " + raters.get(at) + ".");
                }
            }
            return raters;
        }

        private void add(CsvRecord line, List<String> raters) {
            List<String> cells = line.getFields();
            if (cells.size() != raters.size() + NAMES) {
                throw fault(line, cells.size() + " cells, but the header has " + (raters.size() + NAMES) + ".");
            }
            Long before = images.putIfAbsent(cells.get(1), line.getStartingLineNumber());
            if (before != null) {
                throw fault(line, cells.get(1) + " is on line " + before + ", too.");
            }
            float[] row = new float[raters.size()];
            for (int rater = 0; rater < row.length; rater++) {
                row[rater] = value(line, raters.get(rater), cells.get(rater + NAMES));
            }
            values.add(row);
        }

        private float value(CsvRecord line, String rater, String cell) {
            if (cell.isEmpty()) {
                return Float.NaN;
            }
            if (NUMBER.matcher(cell).matches()) {
                float value = Float.parseFloat(cell);
                boolean fits = dimension.isScale()
                        ? value >= -1 && value <= 1 && value * 4 == Math.rint(value * 4)
                        : value >= 0 && value < Expressions.COUNT && value == Math.rint(value);
                if (fits) {
                    return value + 0f;
                }
            }
            throw fault(
                    line,
                    rater,
                    "\"" + cell + "\" is no answer: "
                            + (dimension.isScale() ? "one of −1, −0.75, … 1 is" : "a code from 0 to 7 is") + ".");
        }

        private Problem fault(CsvRecord line, String what) {
            return new Problem(String.format(Locale.ROOT, "%s, line %d: %s", name, line.getStartingLineNumber(), what));
        }

        private Problem fault(CsvRecord line, String column, String what) {
            return new Problem(String.format(
                    Locale.ROOT, "%s, line %d, %s: %s", name, line.getStartingLineNumber(), column, what));
        }
    }
}
