package org.c25.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.ratings.ItemPositions;
import org.c25.ratings.RatingReader;
import org.c25.sets.Item;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads all answers of the people in a set's slots. */
@Component
class SetAnswers {

    private final Raters raters;
    private final RatingReader reader;

    SetAnswers(Raters raters, RatingReader reader) {
        this.raters = raters;
        this.reader = reader;
    }

    /**
     * Returns the answers of each person in a slot.
     *
     * @param items all items of the set, in its order
     */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Map<Rater, ParticipantAnswers> of(long setId, List<Item> items) {
        ItemPositions positions =
                new ItemPositions(items.stream().mapToLong(Item::id).toArray());
        Map<Rater, ParticipantAnswers> answers = new LinkedHashMap<>();
        for (Rater rater : raters.of(setId)) {
            List<AnsweredTrial> inOrder = new ArrayList<>();
            reader.forEach(
                    rater.participantId(),
                    rating -> inOrder.add(AnsweredTrial.of(rating, positions.of(rating.itemId()))));
            answers.put(rater, new ParticipantAnswers(inOrder, !rater.isImported()));
        }
        return answers;
    }
}
