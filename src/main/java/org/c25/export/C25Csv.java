package org.c25.export;

import java.io.IOException;
import org.c25.agreement.RatingMatrix;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * The C25 CSV: {@code index,filename,participant0,…}, a row an image, a column a participant, CRLF at the end of every
 * line, no quotes where none are needed, an empty cell where there is no answer.
 */
final class C25Csv {

    static final String INDEX = "index";
    static final String FILENAME = "filename";
    static final String PARTICIPANT = "participant";

    private static final String END = "\r\n";

    private final Dimension dimension;
    private final Appendable out;

    C25Csv(Dimension dimension, Appendable out) {
        this.dimension = dimension;
        this.out = out;
    }

    void header(int capacity) throws IOException {
        out.append(INDEX).append(',').append(FILENAME);
        for (int slot = 0; slot < capacity; slot++) {
            out.append(',').append(column(slot));
        }
        out.append(END);
    }

    static String column(int slot) {
        return PARTICIPANT + slot;
    }

    void row(Item item, RatingMatrix.@Nullable Cell[] cells) throws IOException {
        out.append(String.valueOf(item.index())).append(',').append(quotedIfNeeded(item.filename()));
        for (RatingMatrix.Cell cell : cells) {
            out.append(',').append(dimension.text(cell));
        }
        out.append(END);
    }

    private static String quotedIfNeeded(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
