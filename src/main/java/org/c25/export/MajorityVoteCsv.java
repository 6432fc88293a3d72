package org.c25.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.c25.agreement.ImageVotes;
import org.c25.common.CsvLine;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * The majority vote (MV), for the training of models: one row per image. For each dimension the row has the most
 * frequent answer (the smallest on a tie), its votes, its share of the votes, and 1 where it is tied.
 */
final class MajorityVoteCsv implements RowFormat {

    private static final List<C25Dimension> DIMENSIONS =
            List.of(C25Dimension.EXPRESSION, C25Dimension.VALENCE, C25Dimension.AROUSAL);

    private final CsvLine line;

    MajorityVoteCsv(Appendable out) {
        this.line = new CsvLine(out);
    }

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        for (C25Dimension dimension : DIMENSIONS) {
            String name = dimension.name().toLowerCase(Locale.ROOT);
            columns.add(C25Csv.answer(dimension, name, "the most frequent answer, the smallest on a tie"));
            columns.add(Column.whole(name + "_votes", "how many gave it"));
            columns.add(Column.number(name + "_share", "their share of all who answered, 0 … 1"));
            columns.add(Column.whole(name + "_tie", "1 if another answer is as frequent, else 0"));
        }
        return columns;
    }

    @Override
    public void row(Item item, RatingMatrix.@Nullable Cell[] cells) throws IOException {
        line.add(item.index()).add(item.filename());
        for (C25Dimension dimension : DIMENSIONS) {
            ImageVotes votes = dimension.votes(cells);
            if (votes.majority().isEmpty()) {
                line.add(null).add(0).add(null).add(null);
            } else {
                line.add(dimension.texts().get(votes.majority().getAsInt()))
                        .add(votes.score())
                        .add(votes.share())
                        .add(votes.isTied() ? 1 : 0);
            }
        }
        line.end();
    }
}
