package org.c25.trainer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a CSV with a header: UTF-8, with or without a byte order mark. */
public final class Csv {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    /**
     * Hands on each line.
     *
     * @throws Problem if there is no such file, or it is no CSV in UTF-8
     */
    public static void read(Path file, Consumer<NamedCsvRecord> take) {
        if (!Files.isRegularFile(file)) {
            throw new Problem("There is no file " + file + ".");
        }
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text(file))) {
            lines.forEach(take);
        } catch (CsvParseException | UncheckedIOException e) {
            throw new Problem(file + " can't be read as a CSV: " + why(e) + ".");
        } catch (CharacterCodingException e) {
            throw new Problem(file + " is not in UTF-8: save it as a CSV in UTF-8.");
        } catch (IOException e) {
            throw new Problem(file + " can't be read: " + e.getMessage() + ".");
        }
    }

    /** Returns the characters without the byte order mark; a reader that fails at bytes that are not UTF-8. */
    public static Reader text(Path file) throws IOException {
        Reader text = Files.newBufferedReader(file);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static String why(Exception e) {
        return e.getCause() instanceof CharacterCodingException ? "it is not in UTF-8" : String.valueOf(e.getMessage());
    }

    /** Returns the number of the line, for messages. */
    public static String place(Path file, NamedCsvRecord line) {
        return file + ", line " + line.getStartingLineNumber();
    }
}
