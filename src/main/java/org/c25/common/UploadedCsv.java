package org.c25.common;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads every CSV that people send, in the same way: UTF-8 and nothing else, with or without a byte order mark. */
public final class UploadedCsv {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private UploadedCsv() {}

    /**
     * Returns a reader that takes rows of any length. Whoever uses it says, by line, which rows are too short or too
     * long.
     */
    public static CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false);
    }

    /**
     * Returns what is wrong with the file, in words that follow the name of the field.
     * @param e the exception with which reading ended
     *
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

    /**
     * Returns the characters of the file, without its byte order mark. Reading ends in an IOException at bytes that are
     * not UTF-8.
     */
    public static Reader text(InputStream in) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
