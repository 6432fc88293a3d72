package org.c25.export;

import java.io.IOException;
import java.util.List;
import org.c25.common.CsvLine;
import org.c25.ratings.RatingMatrix;
import org.c25.ratings.RatingReader;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/** {@code task,worker,label} as crowd-kit reads it: one row per answer; the task is the image's index. */
final class CrowdKitCsv implements RowFormat {

    private final C25Dimension dimension;
    private final CsvLine line;

    CrowdKitCsv(C25Dimension dimension, Appendable out) {
        this.dimension = dimension;
        this.line = new CsvLine(out);
    }

    static List<Column> columns(C25Dimension dimension) {
        return List.of(
                Column.whole("task", "the image's index"),
                Column.text("worker", "participant0 …, the slot"),
                C25Csv.answer(dimension, "label", "the answer"));
    }

    /** Returns the format for a set whose images are shared out: the same rows, one person after another. */
    static RaterFiles.Format byPerson(C25Dimension dimension, RatingReader ratings) {
        return (rater, items, line) -> ratings.forEach(rater.participantId(), rating -> {
            String text = dimension.text(
                    new RatingMatrix.Cell(rating.asExpression(), rating.valenceStep(), rating.arousalStep()));
            if (rating.isFirstShowing() && !text.isEmpty()) {
                line.add(items.index(rating.itemId()))
                        .add(C25Csv.column(rater.slot()))
                        .add(text);
                RaterFiles.end(line);
            }
        });
    }

    @Override
    public void row(Item item, RatingMatrix.@Nullable Cell[] cells) throws IOException {
        for (int slot = 0; slot < cells.length; slot++) {
            String text = dimension.text(cells[slot]);
            if (!text.isEmpty()) {
                line.add(item.index()).add(C25Csv.column(slot)).add(text).end();
            }
        }
    }
}
