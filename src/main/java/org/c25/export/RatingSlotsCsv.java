package org.c25.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.c25.common.CsvLine;
import org.c25.ratings.RatingSlotReader;
import org.c25.sets.SetView;

/**
 * The file that says who has each rating slot of a set whose images are shared out: in the shape of the C25 CSV, with the
 * number of a person's slot in each cell. An answer of the C25 files is that person's.
 */
final class RatingSlotsCsv {

    static List<Column> columns(SetView set) {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        for (int number = 0; number < set.columns(); number++) {
            columns.add(Column.whole(
                    C25Csv.column(number),
                    "the slot of the person who has rating slot " + number + "; empty if it is free"));
        }
        return columns;
    }

    static void write(SetView set, RatingSlotReader ratingSlots, CsvLine line) throws IOException {
        try {
            ratingSlots.forEachRow(set, (item, people) -> {
                line.add(item.index()).add(item.filename());
                for (int person : people) {
                    if (person == RatingSlotReader.NOBODY) {
                        line.next();
                    } else {
                        line.add(person);
                    }
                }
                RaterFiles.end(line);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
