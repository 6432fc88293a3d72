package org.c25.export;

import java.io.IOException;
import org.c25.common.CsvLine;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * The crowd vote (CV): the matrix {@code answers} of CrowdLayer (Rodrigues and Pereira 2018), images × participants,
 * with numbers alone and no header. −1 stands for a missing expression; 999999999 stands for a missing valence or
 * arousal, where −1.0 is a real answer.
 */
final class CrowdVoteCsv implements RowFormat {

    private static final String NO_EXPRESSION = "-1";
    private static final String NO_STEP = "999999999";

    private final C25Dimension dimension;
    private final CsvLine line;

    CrowdVoteCsv(C25Dimension dimension, Appendable out) {
        this.dimension = dimension;
        this.line = new CsvLine(out);
    }

    /** Returns the text that stands for a missing answer. */
    static String missing(C25Dimension dimension) {
        return dimension == C25Dimension.EXPRESSION ? NO_EXPRESSION : NO_STEP;
    }

    @Override
    public void row(Item item, RatingMatrix.@Nullable Cell[] cells) throws IOException {
        for (RatingMatrix.Cell cell : cells) {
            String text = dimension.text(cell);
            line.add(text.isEmpty() ? missing(dimension) : text);
        }
        line.end();
    }
}
