package org.c25.trainer.learning;

import java.util.Locale;

/** What of the answers a network learns from. */
public enum LabelsAs {
    /** The most frequent answer to each image, the smallest on a tie. */
    MV("majority vote"),
    /** The share of each expression among the answers; of a scale, their mean. */
    SHARES("vote shares"),
    /** Each rater's own answer, through a crowd layer. */
    CROWD("crowd layer"),
    /** AffectNet's own labels. */
    AFFECTNET("AffectNet's labels"),
    /** Labels that are known to be right, as in a simulation. */
    TRUTH("true labels");

    private final String title;

    LabelsAs(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
