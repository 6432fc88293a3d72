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

/** How every CSV that people send is read: UTF-8 and nothing else, with or without a byte order mark. */
public final class UploadedCsv {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private UploadedCsv() {}

    /** Rows of any length: whoever reads them says, by line, which are too short or too long. */
    public static CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false);
    }

    /**
     * What reading ended with, in words that follow the name of the field.
     *
     * @throws UncheckedIOException the same, if it is no fault of the file's: a disk can fail, too
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

    /** The characters after a byte order mark, if there is one. Reading ends in an IOException at what is not UTF-8. */
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
