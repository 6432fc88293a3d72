package org.c25.reports;

import java.util.List;
import java.util.Map;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.common.Numbers;
import org.c25.figures.FigureText;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.ratings.RatingReader;
import org.c25.ratings.TrialRating;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what everybody in a slot answered to one image, each showing in its latest revision. */
@Component
class ItemAnswers {

    private final Raters raters;
    private final RatingReader reader;

    ItemAnswers(Raters raters, RatingReader reader) {
        this.raters = raters;
        this.reader = reader;
    }

    /**
     * The answer to one showing of the image to one participant.
     *
     * @param again whether it is the second showing, which counts for self-agreement alone
     * @param position the trial's position in the person's order, from 0; null for imported answers, which have no
     *     order
     * @param seconds the time from the face's appearance to the first answer, in seconds; null if it is not known
     * @param revisions how many revisions there are, 1 if the answer was never changed
     */
    record Answer(
            int slot,
            boolean again,
            @Nullable Integer position,
            @Nullable Expression expression,
            @Nullable Step valence,
            @Nullable Step arousal,
            @Nullable Double seconds,
            int revisions) {

        public String expressionWords() {
            return expression == null ? "–" : FigureText.of(expression);
        }

        public String valenceWords() {
            return words(valence);
        }

        public String arousalWords() {
            return words(arousal);
        }

        public String secondsWords() {
            return seconds == null ? "–" : Numbers.decimals(seconds, 1) + " s";
        }

        private static String words(@Nullable Step step) {
            return step == null ? "–" : step.c25().replace('-', '−');
        }
    }

    /** Returns the answers by slot, the first showing first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Answer> of(long setId, long itemId) {
        Map<Long, List<TrialRating>> ratings = reader.ofItem(setId, itemId);
        return raters.of(setId).stream()
                .flatMap(rater -> ratings.getOrDefault(rater.participantId(), List.of()).stream()
                        .map(rating -> answer(rater, rating)))
                .toList();
    }

    private static Answer answer(Rater rater, TrialRating rating) {
        return new Answer(
                rater.slot(),
                !rating.isFirstShowing(),
                rater.isImported() ? null : rating.position(),
                rating.asExpression(),
                rating.valenceStep(),
                rating.arousalStep(),
                rating.firstMillis() == TrialRating.NONE ? null : rating.firstMillis() / 1000.0,
                rating.revisions());
    }
}
