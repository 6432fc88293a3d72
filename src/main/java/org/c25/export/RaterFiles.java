package org.c25.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.c25.common.CsvLine;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.ratings.Cursors;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.springframework.stereotype.Component;

/**
 * Writes files that hold the trials of the people in a set's slots, one person after the other. It needs a transaction,
 * so that a file shows the data of one moment.
 */
@Component
class RaterFiles {

    private final Sets sets;
    private final Raters raters;
    private final Cursors cursors;

    RaterFiles(Sets sets, Raters raters, Cursors cursors) {
        this.sets = sets;
        this.raters = raters;
        this.cursors = cursors;
    }

    /** Writes the lines of one person. */
    @FunctionalInterface
    interface Format {

        /** @throws UncheckedIOException if nothing can be written any more */
        void write(Rater rater, ItemTable items, CsvLine line);
    }

    static void end(CsvLine line) {
        try {
            line.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(SetView set, Format format, Appendable out) throws IOException {
        CsvLine line = new CsvLine(out);
        cursors.prepare();
        ItemTable items = ItemTable.of(sets, set.id());
        try {
            raters.of(set.id()).forEach(rater -> format.write(rater, items, line));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
