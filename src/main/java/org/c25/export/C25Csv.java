package org.c25.export;

import java.io.IOException;
import org.c25.agreement.RatingMatrix;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * The C25 CSV: {@code index,filename,participant0,…}, a row an image, a column a participant, CRLF at the end of every
 * line, no quotes where none are needed, an empty cell where there is no answer. R's irrCAC reads it as it is.
 */
final class C25Csv implements RowFormat {

    static final String INDEX = "index";
    static final String FILENAME = "filename";
    static final String PARTICIPANT = "participant";

    private final Dimension dimension;
    private final CsvLine line;

    C25Csv(Dimension dimension, Appendable out) {
        this.dimension = dimension;
        this.line = new CsvLine(out);
    }

    @Override
    public void header(int capacity) throws IOException {
        line.add(INDEX).add(FILENAME);
        for (int slot = 0; slot < capacity; slot++) {
            line.add(column(slot));
        }
        line.end();
    }

    static String column(int slot) {
        return PARTICIPANT + slot;
    }

    @Override
    public void row(Item item, RatingMatrix.@Nullable Cell[] cells) throws IOException {
        line.add(item.index()).add(item.filename());
        for (RatingMatrix.Cell cell : cells) {
            line.add(dimension.text(cell));
        }
        line.end();
    }
}
