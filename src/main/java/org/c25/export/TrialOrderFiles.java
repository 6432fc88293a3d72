package org.c25.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.c25.affect.AffectNetLabel;
import org.c25.common.CsvLine;
import org.c25.participation.Rater;
import org.c25.participation.Trial;
import org.c25.participation.Trials;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.springframework.stereotype.Component;

/**
 * The files that tell what a set's answers were given to: the order of each person's trials with its seed, and
 * AffectNet's own labels.
 */
@Component
class TrialOrderFiles {

    private final RaterFiles raterFiles;
    private final Trials trials;
    private final Sets sets;

    TrialOrderFiles(RaterFiles raterFiles, Trials trials, Sets sets) {
        this.raterFiles = raterFiles;
        this.trials = trials;
        this.sets = sets;
    }

    /**
     * Returns the file with every trial of the people in the slots, answered or not. It has no trials of people whose
     * answers were imported.
     */
    SetFile file(SetView set) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.whole(C25Csv.PARTICIPANT, "the slot of the person, 0 …"));
        columns.add(Column.whole("seed", "what the order was drawn from"));
        columns.add(Column.whole("trial", "the position, 0 …"));
        columns.addAll(C25Csv.IMAGE);
        columns.add(Column.whole("repeat_of", "the position of the first showing; empty for a first showing"));
        return new SetFile(
                "trial-orders" + SetFile.ending(set),
                "which image each person was shown at which position, and the seed it was drawn from",
                columns,
                true,
                out -> raterFiles.write(set, this::write, out));
    }

    private void write(Rater rater, ItemTable items, CsvLine line) {
        trials.seed(rater.participantId()).ifPresent(seed -> {
            for (Trial trial : trials.all(rater.participantId())) {
                line.add(rater.slot()).add(seed.longValue()).add(trial.position());
                items.add(line, trial.itemId());
                if (trial.repeatOf() == null) {
                    line.next();
                } else {
                    line.add(trial.repeatOf().longValue());
                }
                RaterFiles.end(line);
            }
        });
    }

    SetFile labels(SetView set) {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        columns.add(Column.whole("expression", "AffectNet's own code 0 … 10, not C25's"));
        columns.add(Column.number("valence", "AffectNet's own, −1 … 1, or −2 where undefined"));
        columns.add(Column.number("arousal", "AffectNet's own, −1 … 1, or −2 where undefined"));
        return new SetFile(
                "affectnet-labels" + SetFile.ending(set),
                "AffectNet's own labels, under AffectNet's licence: not to be handed on",
                columns,
                true,
                out -> writeLabels(set, new CsvLine(out)));
    }

    private void writeLabels(SetView set, CsvLine line) throws IOException {
        try {
            sets.forEachItem(set.id(), 0, set.items(), item -> {
                AffectNetLabel label = item.label();
                try {
                    line.add(item.index())
                            .add(item.filename())
                            .add(label.expression())
                            .add(label.valence())
                            .add(label.arousal())
                            .end();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
