package org.c25.trainer.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        List<Path> files = files(root, named);
        List<String> sets =
                files.stream().map(C25Files::set).distinct().sorted().toList();
        if (sets.size() > 1) {
            throw new Problem(named + " has the files of several sets (" + String.join(", ", sets)
                    + "): put those of one set into a folder of their own.");
        }
        Map<Dimension, C25Table> tables = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dimensions) {
            tables.put(dimension, read(file(files, dimension, named), named, dimension));
        }
        return together(tables);
    }

    private static Path file(List<Path> files, Dimension dimension, Path named) {
        List<Path> fitting = files.stream()
                .filter(one -> one.getFileName().toString().startsWith(dimension.key() + "_"))
                .toList();
        if (fitting.isEmpty()) {
            throw new Problem("There is no file such as " + dimension.key() + "_set1_C25.csv in " + named
                    + ": download the C25 files of the set, and name their folder or ZIP.");
        }
        if (fitting.size() > 1) {
            throw new Problem(named + " has several files of " + dimension.key() + " ("
                    + fitting.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + "): leave one of them there.");
        }
        return fitting.get(0);
    }

    /** Returns the files by which the answers can be known again: those in a folder, or the ZIP. */
    public static List<Path> sources(Path folderOrZip) {
        return Files.isDirectory(folderOrZip) ? files(folderOrZip, folderOrZip) : List.of(folderOrZip);
    }

    private static List<Path> files(Path root, Path named) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.getFileName() != null
                            && NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(named + " can't be read: " + e.getMessage() + ".");
        }
    }

    private static String set(Path file) {
        return file.getFileName().toString().replaceFirst("^[a-z]+_(set\\d+)_.*", "$1");
    }

    /** Reads a file; one in a ZIP is called by both names in messages. */
    private static C25Table read(Path file, Path named, Dimension dimension) {
        boolean zipped = file.getFileSystem() != named.getFileSystem();
        return C25Table.read(file, zipped ? named + ", " + file.toString().substring(1) : file.toString(), dimension);
    }

    private static Answers together(Map<Dimension, C25Table> tables) {
        C25Table first = tables.values().iterator().next();
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
}
