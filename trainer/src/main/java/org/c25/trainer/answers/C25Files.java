package org.c25.trainer.answers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.c25.trainer.Problem;

/**
 * Reads the C25 files of a set, such as {@code expression_set1_C25.csv}: a header
 * {@code index,filename,participant0,…}, a line an image, a cell an answer, empty where there is none.
 */
public final class C25Files {

    private static final Pattern NAME = Pattern.compile("(expression|valence|arousal)_set(\\d+)_C(\\d+)\\.csv");

    private C25Files() {}

    /**
     * Returns the answers in a folder, or in a ZIP such as an export or a data package, at whatever depth.
     *
     * @throws Problem if a file is missing, there are files of several sets, or a cell is no answer: by file, line and column
     */
    public static Answers read(Path folderOrZip, Collection<Dimension> dimensions) {
        if (Files.isDirectory(folderOrZip)) {
            return below(folderOrZip, folderOrZip, dimensions);
        }
        if (!Files.isRegularFile(folderOrZip)) {
            throw new Problem(folderOrZip + " is not there: name a folder or a ZIP with the C25 files of a set.");
        }
        try (FileSystem zip = FileSystems.newFileSystem(folderOrZip)) {
            return below(zip.getPath("/"), folderOrZip, dimensions);
        } catch (IOException | java.nio.file.ProviderNotFoundException e) {
            throw new Problem(folderOrZip + " is neither a folder nor a ZIP that can be read.");
        }
    }

    private static Answers below(Path root, Path named, Collection<Dimension> dimensions) {
        List<Path> files = files(root);
        List<String> sets =
                files.stream().map(C25Files::set).distinct().sorted().toList();
        if (sets.size() > 1) {
            throw new Problem(named + " has the files of several sets (" + String.join(", ", sets)
                    + "): put those of one set into a folder of their own.");
        }
        Map<Dimension, Table> tables = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dimensions) {
            Path file = files.stream()
                    .filter(one -> one.getFileName().toString().startsWith(dimension.key() + "_"))
                    .findFirst()
                    .orElseThrow(() -> new Problem("There is no file such as " + dimension.key() + "_set1_C25.csv in "
                            + named + ": download the C25 files of the set, and name their folder or ZIP."));
            tables.put(dimension, read(file, dimension));
        }
        return together(tables);
    }

    /** Returns the files by which the answers can be known again: those in a folder, or the ZIP. */
    public static List<Path> sources(Path folderOrZip) {
        return Files.isDirectory(folderOrZip) ? files(folderOrZip) : List.of(folderOrZip);
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.getFileName() != null
                            && NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String set(Path file) {
        return file.getFileName().toString().replaceFirst("^[a-z]+_(set\\d+)_.*", "$1");
    }

    private record Table(List<String> images, List<String> raters, float[][] values) {}

    private static Answers together(Map<Dimension, Table> tables) {
        Table first = tables.values().iterator().next();
        Map<Dimension, float[][]> values = new EnumMap<>(Dimension.class);
        tables.forEach((dimension, table) -> {
            if (!table.images().equals(first.images()) || !table.raters().equals(first.raters())) {
                throw new Problem("The files of " + dimension.key()
                        + " and of the others have other images or participants: take the files of one export.");
            }
            values.put(dimension, table.values());
        });
        return new Answers(first.images(), first.raters(), values);
    }

    private static Table read(Path file, Dimension dimension) {
        List<String> images = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        List<String> raters = List.of();
        try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord line : lines) {
                List<String> cells = line.getFields();
                if (line.getStartingLineNumber() == 1) {
                    if (cells.size() < 3
                            || !cells.get(0).equals("index")
                            || !cells.get(1).equals("filename")) {
                        throw new Problem(file
                                + ", line 1: the header must be index,filename,participant0, … – is this a C25 file?");
                    }
                    raters = cells.subList(2, cells.size());
                    continue;
                }
                if (cells.size() != raters.size() + 2) {
                    throw new Problem(file + ", line " + line.getStartingLineNumber() + ": " + cells.size()
                            + " cells, but the header has " + (raters.size() + 2) + ".");
                }
                images.add(cells.get(1));
                float[] row = new float[raters.size()];
                for (int rater = 0; rater < row.length; rater++) {
                    row[rater] = value(
                            cells.get(rater + 2), dimension, file, line.getStartingLineNumber(), raters.get(rater));
                }
                values.add(row);
            }
        } catch (IOException | de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new Problem(file + " can't be read as a CSV: " + e.getMessage());
        }
        if (images.isEmpty()) {
            throw new Problem(file + " has no image.");
        }
        return new Table(images, raters, values.toArray(float[][]::new));
    }

    private static float value(String cell, Dimension dimension, Path file, long line, String rater) {
        if (cell.isEmpty()) {
            return Float.NaN;
        }
        try {
            float value = Float.parseFloat(cell);
            boolean fits = dimension.isScale()
                    ? value >= -1 && value <= 1 && value * 4 == Math.rint(value * 4)
                    : value >= 0 && value < Expressions.COUNT && value == Math.rint(value);
            if (fits) {
                return value + 0f;
            }
        } catch (NumberFormatException e) {
            // Falls through to the fault.
        }
        throw new Problem(String.format(
                Locale.ROOT,
                "%s, line %d, %s: \"%s\" is no answer: %s.",
                file,
                line,
                rater,
                cell,
                dimension.isScale() ? "one of −1, −0.75, … 1 is" : "a code from 0 to 7 is"));
    }
}
