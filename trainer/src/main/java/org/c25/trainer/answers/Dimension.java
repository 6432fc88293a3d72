package org.c25.trainer.answers;

import java.util.Locale;

/** One of the three things that are rated. */
public enum Dimension {
    EXPRESSION(8),
    VALENCE(1),
    AROUSAL(1);

    private final int outputs;

    Dimension(int outputs) {
        this.outputs = outputs;
    }

    /** Returns how many outputs of a network it takes: one for each expression, or one. */
    public int outputs() {
        return outputs;
    }

    public boolean isScale() {
        return this != EXPRESSION;
    }

    /** Returns its name in files, such as {@code valence}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
