package org.c25.ratings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.sets.Sets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the people of a set answered to the images that they saw twice. */
@Component
public class Repeats {

    private final RatingReader reader;
    private final Raters raters;
    private final Sets sets;

    Repeats(RatingReader reader, Raters raters, Sets sets) {
        this.reader = reader;
        this.raters = raters;
        this.sets = sets;
    }

    /**
     * Returns the repeats of which both showings are answered, by slot, then image. People who have left their slot are
     * not included.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Repeat> of(long setId) {
        ItemPositions positions = new ItemPositions(sets.itemIds(setId));
        List<Repeat> repeats = new ArrayList<>();
        for (Rater rater : raters.of(setId)) {
            repeats.addAll(of(rater, positions));
        }
        return repeats;
    }

    private List<Repeat> of(Rater rater, ItemPositions positions) {
        List<Repeat> repeats = new ArrayList<>();
        reader.forEachRepeat(
                rater.participantId(),
                (first, repeat) -> repeats.add(new Repeat(
                        rater.slot(), positions.of(repeat.itemId()), first.categories(), repeat.categories())));
        repeats.sort(Comparator.comparingInt(Repeat::image));
        return repeats;
    }
}
