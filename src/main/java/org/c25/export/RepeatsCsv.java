package org.c25.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.c25.common.CsvLine;
import org.c25.participation.Rater;
import org.c25.ratings.RatingReader;
import org.c25.ratings.TrialRating;

/** The file on self-agreement: one row per repeated trial, with both answers and the lag in trials. */
final class RepeatsCsv implements RaterFiles.Format {

    private final RatingReader ratings;

    RepeatsCsv(RatingReader ratings) {
        this.ratings = ratings;
    }

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        columns.add(Column.whole(C25Csv.PARTICIPANT, "the slot of the person, 0 …"));
        columns.add(Column.whole("first_trial", "the position of the first showing, 0 …"));
        columns.add(Column.whole("repeat_trial", "the position of the second showing"));
        columns.add(Column.whole("lag", "how many trials lie between, the second counted"));
        for (C25Dimension dimension : List.of(C25Dimension.EXPRESSION, C25Dimension.VALENCE, C25Dimension.AROUSAL)) {
            String name = dimension.name().toLowerCase(Locale.ROOT);
            columns.add(C25Csv.answer(dimension, "first_" + name, "the answer to the first showing"));
            columns.add(C25Csv.answer(dimension, "repeat_" + name, "the answer to the second showing"));
        }
        return columns;
    }

    @Override
    public void write(Rater rater, ItemTable items, CsvLine line) {
        ratings.forEachRepeat(rater.participantId(), (first, repeat) -> {
            items.add(line, repeat.itemId());
            line.add(rater.slot())
                    .add(first.position())
                    .add(repeat.position())
                    .add(repeat.position() - first.position());
            addExpression(line, first);
            addExpression(line, repeat);
            LongCsv.addStep(line, first.valence());
            LongCsv.addStep(line, repeat.valence());
            LongCsv.addStep(line, first.arousal());
            LongCsv.addStep(line, repeat.arousal());
            RaterFiles.end(line);
        });
    }

    private static void addExpression(CsvLine line, TrialRating rating) {
        if (rating.expression() == TrialRating.NONE) {
            line.next();
        } else {
            line.add(rating.expression());
        }
    }
}
