package org.c25.sets;

import java.util.Map;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/** What participants say of the images of sets, as it counts. The package that reads answers gives it. */
public interface SetVotes {

    /** How many people of each set have said something of an image; sets in which nobody has are left out. */
    Map<Long, Integer> participants();

    /** Goes through the answers to first showings of the people who are in a slot. */
    void forEach(long setId, Vote vote);

    /** One person's answer; null where an imported file had an empty cell. */
    @FunctionalInterface
    interface Vote {

        void accept(long itemId, @Nullable Expression expression, @Nullable Step valence, @Nullable Step arousal);
    }
}
