package org.c25.figures;

import java.util.function.Consumer;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.ratings.ItemPositions;
import org.c25.ratings.RatingReader;
import org.c25.ratings.TrialRating;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads at which of a participant's trials each answer was given, and how long it took. */
@Component
class TrialTimes {

    private final Raters raters;
    private final RatingReader reader;
    private final Sets sets;

    TrialTimes(Raters raters, RatingReader reader, Sets sets) {
        this.raters = raters;
        this.reader = reader;
        this.sets = sets;
    }

    /**
     * One answered trial of somebody who rated here.
     *
     * @param item the item's position in the set, from 0
     * @param position the trial's position in the person's order, from 0
     * @param trials how many trials the person has
     * @param again whether it is the second showing of the image
     * @param millis the time to the first answer; null if not known
     */
    record Trial(
            int slot,
            int item,
            int position,
            int trials,
            boolean again,
            @Nullable Long millis) {}

    /**
     * Goes through the answered trials of everybody in a slot. It leaves out imported answers, because they have no
     * order.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void forEach(long setId, Consumer<Trial> trial) {
        ItemPositions positions = new ItemPositions(sets.itemIds(setId));
        for (Rater rater : raters.of(setId)) {
            if (!rater.isImported()) {
                reader.forEach(
                        rater.participantId(),
                        rating -> trial.accept(new Trial(
                                rater.slot(),
                                positions.of(rating.itemId()),
                                rating.position(),
                                rater.trials(),
                                !rating.isFirstShowing(),
                                rating.firstMillis() == TrialRating.NONE ? null : rating.firstMillis())));
            }
        }
    }
}
