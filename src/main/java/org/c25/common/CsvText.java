package org.c25.common;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a CSV that somebody sends, as tools write it: in UTF-8, with or without a byte order mark, with
 * commas, semicolons or tabs between the cells, and perhaps with Excel's line {@code sep=;} before the header.
 *
 * @param reader the characters from the header on
 * @param separator what stands between the cells, by the header or by Excel's line
 * @param linesBefore how many lines of the file come before the header, 0 or 1
 */
public record CsvText(Reader reader, char separator, int linesBefore) {

    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final int HEAD = 8;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Pattern EXCELS_LINE = Pattern.compile("(?i)\"?sep=(.)\"?[,;\t\\s]*");

    /** What stands around a cell without being seen: spaces of all kinds, and marks of no width. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    /**
     * Opens a file.
     *
     * @param field the request's field in which the file came, for messages
     * @throws Problem 422 if it is no CSV in UTF-8, in words that say what it is
     */
    public static CsvText open(String field, InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file);
        in.mark(HEAD);
        refuseOther(field, HexFormat.of().formatHex(in.readNBytes(HEAD)));
        in.reset();
        try {
            return of(field, characters(in));
        } catch (CharacterCodingException e) {
            throw Problem.invalid(field, fault(e));
        }
    }

    /** Opens a text that somebody has typed or pasted. */
    public static CsvText of(String field, String text) throws IOException {
        return of(field, new BufferedReader(new StringReader(text)));
    }

    private static void refuseOther(String field, String hex) {
        if (hex.startsWith("504b0304") || hex.startsWith("d0cf11e0")) {
            throw Problem.invalid(field, "is a workbook or an archive, not a CSV; in Excel, save it as \"CSV UTF-8\"");
        }
        if (hex.startsWith("fffe") || hex.startsWith("feff")) {
            throw Problem.invalid(field, "is in UTF-16; save it as a CSV in UTF-8 and send it again");
        }
        if (hex.startsWith("1f8b")) {
            throw Problem.invalid(field, "is packed by gzip; unpack it and send the CSV");
        }
    }

    private static BufferedReader characters(InputStream in) {
        return new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static CsvText of(String field, BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        String first = firstLine(text);
        if (first.indexOf('\0') >= 0) {
            throw Problem.invalid(field, "holds bytes that are no text; save it as a CSV in UTF-8 and send it again");
        }
        Matcher excels = EXCELS_LINE.matcher(first);
        if (excels.matches()) {
            char separator = excels.group(1).charAt(0);
            if (!SEPARATORS.contains(separator)) {
                throw Problem.invalid(
                        field, "has " + separator + " between its cells; save it with commas, semicolons or tabs");
            }
            return new CsvText(text, separator, 1);
        }
        text.reset();
        return new CsvText(text, separatorOf(first), 0);
    }

    /** Reads the first line and its end, which may be that of Windows, Unix or an old Mac. */
    private static String firstLine(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = text.read();
        while (next >= 0 && next != '\n' && next != '\r' && line.length() < LONGEST_HEADER - 2) {
            line.append((char) next);
            next = text.read();
        }
        return line.toString();
    }

    /** Returns the separator that stands most often in a line, outside of quotes; a comma if none does. */
    private static char separatorOf(String line) {
        char best = ',';
        long most = 0;
        String unquoted = line.replaceAll("\"[^\"]*\"", "");
        for (char separator : SEPARATORS) {
            long count = unquoted.chars().filter(c -> c == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }

    /**
     * Returns a reader that takes rows of any length. Whoever uses it says, by line, which rows are too short or too
     * long.
     */
    public CsvReader.CsvReaderBuilder csv() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false);
    }

    /**
     * Returns what is wrong with the file, in words that follow the name of the field.
     *
     * @param e the exception with which reading ended
     * @throws UncheckedIOException that exception, if it is no fault of the file: a disk can fail, too
     */
    public static String fault(Exception e) {
        boolean encoding = e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
        if (e instanceof UncheckedIOException ofTheDisk && !encoding) {
            throw ofTheDisk;
        }
        return encoding
                ? "is not in UTF-8; save it as a CSV in UTF-8 and send it again"
                : "can't be read as a CSV: " + e.getMessage();
    }

    /** Returns the text of a cell: in Unicode form C, without what stands around it unseen. */
    public static String clean(String cell) {
        if (isPlain(cell)) {
            return cell;
        }
        String stripped = AROUND.matcher(cell).replaceAll("");
        return Normalizer.isNormalized(stripped, Normalizer.Form.NFC)
                ? stripped
                : Normalizer.normalize(stripped, Normalizer.Form.NFC);
    }

    /** Whether a cell needs no cleaning, as nearly all: files have millions of them. */
    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c > '~' || c < '!' && (i == 0 || i == cell.length() - 1 || c < ' ')) {
                return false;
            }
        }
        return true;
    }

    /** Returns the key by which columns are found: capitals do not count. */
    public static String key(String column) {
        return clean(column).toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the separator, as messages say it. */
    public String separatorName() {
        return switch (separator) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "commas";
        };
    }
}
