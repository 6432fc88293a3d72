package org.c25.trainer.answers;

import java.util.List;

/** The eight expressions, in the order of their C25 codes. */
public final class Expressions {

    /** The English name of each code 0 … 7. */
    public static final List<String> NAMES =
            List.of("happiness", "sadness", "surprise", "fear", "disgust", "anger", "contempt", "neutral");

    public static final int COUNT = NAMES.size();

    private Expressions() {}

    /** Returns the C25 code of one of AffectNet's codes 0 … 7. */
    public static int ofAffectNet(int code) {
        return (code + COUNT - 1) % COUNT;
    }
}
