package org.c25.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.annotation.FirstAnswers;
import org.c25.annotation.Paradata;
import org.c25.common.CsvLine;
import org.c25.participation.Rater;
import org.c25.ratings.RatingReader;
import org.c25.ratings.TrialRating;
import org.c25.sets.SetView;
import org.springframework.util.Assert;

/**
 * The long file: one row per answer, with everything that is known of how it was given. The answer itself is the latest
 * revision. The columns on how it was given describe the first answer to the trial, which is the spontaneous one. Trial
 * and time of an imported answer are unknown, so both are empty.
 */
final class LongCsv implements RaterFiles.Format {

    private final SetView set;
    private final RatingReader ratings;
    private final FirstAnswers first;

    LongCsv(SetView set, RatingReader ratings, FirstAnswers first) {
        this.set = set;
        this.ratings = ratings;
        this.first = first;
    }

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.whole("set", "the set's number in its study"));
        columns.addAll(C25Csv.IMAGE);
        columns.add(Column.whole(C25Csv.PARTICIPANT, "the slot of the person, 0 …"));
        columns.add(Column.whole("trial", "the position at which this person saw it, 0 …; empty if imported"));
        columns.add(Column.whole("repeat", "1 if this person had seen the image before, else 0"));
        columns.add(C25Csv.answer(C25Dimension.EXPRESSION, "expression", "the expression"));
        columns.add(Column.text("expression_label", "its English word"));
        columns.add(C25Csv.answer(C25Dimension.VALENCE, "valence", "the valence"));
        columns.add(C25Csv.answer(C25Dimension.AROUSAL, "arousal", "the arousal"));
        columns.addAll(ParadataCells.columns());
        columns.add(Column.whole(
                "last_response_time_millis",
                "from the face's appearance to the latest revision; empty if the answer was never changed"));
        columns.add(Column.time("answered_at", "when the latest revision was taken, UTC; empty if imported"));
        columns.add(Column.whole("revisions", "how many there are; 1 for an answer never changed"));
        return columns;
    }

    @Override
    public void write(Rater rater, ItemTable items, CsvLine line) {
        Iterator<FirstAnswers.First> circumstances =
                first.of(rater.participantId()).iterator();
        ratings.forEachTimed(rater.participantId(), -1, (rating, firstAt, lastAt) -> {
            FirstAnswers.First how = circumstances.next();
            Assert.state(how.position() == rating.position(), "the first answers are not those of the ratings");
            write(rater, items, rating, how.paradata(), lastAt, line);
            RaterFiles.end(line);
        });
    }

    private void write(Rater rater, ItemTable items, TrialRating rating, Paradata how, Instant lastAt, CsvLine line) {
        line.add(set.number());
        items.add(line, rating.itemId());
        line.add(rater.slot());
        addUnless(rater.isImported(), rating.position(), line);
        line.add(rating.isFirstShowing() ? 0 : 1);
        if (rating.expression() == TrialRating.NONE) {
            line.next();
            line.next();
        } else {
            line.add(rating.expression())
                    .add(Expression.all().get(rating.expression()).english());
        }
        addStep(line, rating.valence());
        addStep(line, rating.arousal());
        ParadataCells.add(how, line);
        addUnless(rating.revisions() == 1 || rating.lastMillis() == TrialRating.NONE, rating.lastMillis(), line);
        if (rater.isImported()) {
            line.next();
        } else {
            line.add(lastAt);
        }
        line.add(rating.revisions());
    }

    private static void addUnless(boolean unknown, long value, CsvLine line) {
        if (unknown) {
            line.next();
        } else {
            line.add(value);
        }
    }

    /**
     * Adds the text of a step to the line.
     *
     * @param step 1 … 9, or 0 for none
     */
    static void addStep(CsvLine line, int step) {
        line.add(step == 0 ? null : Step.c25Texts().get(step - Step.LEAST));
    }
}
