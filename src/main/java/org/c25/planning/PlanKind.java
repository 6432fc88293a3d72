package org.c25.planning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a plan is about. */
enum PlanKind {
    EXPRESSION("Expression"),
    VALENCE("Valence"),
    AROUSAL("Arousal"),
    /** Valence or arousal, where no set tells them apart. */
    SCALE("Valence or arousal");

    static final List<PlanKind> OF_A_SET = List.of(EXPRESSION, VALENCE, AROUSAL);
    static final List<PlanKind> ASSUMED = List.of(EXPRESSION, SCALE);

    private final String title;

    PlanKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Returns how it stands in addresses, such as {@code valence}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the one of these that has this key. */
    static Optional<PlanKind> ofKey(String key, List<PlanKind> some) {
        return some.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    public boolean isExpression() {
        return this == EXPRESSION;
    }

    /** Returns the coefficient whose interval depends on the number of images. */
    public String coefficient() {
        return isExpression() ? "Fleiss' κ" : "ICC(2,1)";
    }
}
