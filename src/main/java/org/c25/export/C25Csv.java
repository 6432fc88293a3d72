package org.c25.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.c25.common.CsvLine;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/**
 * The C25 CSV: {@code index,filename,participant0,…}, one row per image, one column per participant, CRLF at the end of
 * every line, no quotes where none are needed, an empty cell where there is no answer. R's irrCAC reads it as it is. Where
 * the images are shared out, there is one column per rating slot instead.
 */
final class C25Csv implements RowFormat {

    static final String INDEX = "index";
    static final String FILENAME = "filename";
    static final String PARTICIPANT = "participant";

    /**
     * The two columns that say which image a row is about. They come first in every file that has one row per image.
     */
    static final List<Column> IMAGE = List.of(
            Column.whole(
                    INDEX, "the image's row in AffectNet's Training.csv, from 0, or the number given in the manifest"),
            Column.text(FILENAME, "the image's bare file name"));

    private final C25Dimension dimension;
    private final CsvLine line;

    C25Csv(C25Dimension dimension, Appendable out) {
        this.dimension = dimension;
        this.line = new CsvLine(out);
    }

    static List<Column> columns(C25Dimension dimension, SetView set) {
        return columns(
                dimension,
                set.columns(),
                set.portions() == null ? "the answer of the person in slot " : "the answer in rating slot ");
    }

    /** @param about what the columns hold, but for the number at its end */
    static List<Column> columns(C25Dimension dimension, int count, String about) {
        List<Column> columns = new ArrayList<>(IMAGE);
        for (int slot = 0; slot < count; slot++) {
            columns.add(answer(dimension, column(slot), about + slot));
        }
        return columns;
    }

    /** Returns a column whose cells hold the texts of a dimension. */
    static Column answer(C25Dimension dimension, String name, String about) {
        return dimension == C25Dimension.EXPRESSION
                ? Column.whole(name, about + ", a code 0 … 7")
                : Column.number(name, about + ", −1.0 … 1.0 in nine steps");
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
