package org.c25.trainer.train;

import java.util.EnumMap;
import java.util.Map;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.Target;
import org.c25.trainer.measures.NoiseCeiling;

/** What people themselves reach on the images that are held out, for all that a network learns. */
final class Ceilings {

    private Ceilings() {}

    static Map<Dimension, NoiseCeiling> of(Answers answers, Target target, Split split) {
        Map<Dimension, NoiseCeiling> ceilings = new EnumMap<>(Dimension.class);
        target.dimensions()
                .forEach(one -> ceilings.put(one, NoiseCeiling.of(answers, one, split.test(), split.seed())));
        return ceilings;
    }
}
