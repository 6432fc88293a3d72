package org.c25.predictions;

import java.util.Locale;
import java.util.Optional;
import org.c25.affect.Expression;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/** The numbers that a file has for the expressions. */
public enum LabelScheme {
    /** C25's codes: 0 happiness … 7 neutral. */
    C25("C25", "happiness 0 … neutral 7", 7, "is a C25 code 0 to 7, or a name such as happiness, or empty"),
    /** AffectNet's codes: 0 neutral … 7 contempt; 8 to 10 are none, uncertain and no face. */
    AFFECTNET(
            "AffectNet",
            "neutral 0 … contempt 7",
            10,
            "is an AffectNet code 0 to 10, or a name such as happiness, or empty");

    private final String title;
    private final String about;
    private final int greatest;
    private final String rule;

    LabelScheme(String title, String about, int greatest, String rule) {
        this.title = title;
        this.about = about;
        this.greatest = greatest;
        this.rule = rule;
    }

    /**
     * Returns the scheme of this name.
     *
     * @param text the name, such as {@code affectnet}; null or empty for C25's
     * @throws Problem 422 if it is neither
     */
    public static LabelScheme of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return C25;
        }
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("coding", "is c25 or affectnet");
        }
    }

    public boolean has(int code) {
        return code >= 0 && code <= greatest;
    }

    /** Returns the expression that a code means; empty if it is none of the eight. */
    public Optional<Expression> expression(int code) {
        return this == C25 ? Expression.ofCode(code) : Expression.ofAffectNetCode(code);
    }

    /** Returns the rule for a cell, as words that go before the wrong text. */
    String rule() {
        return rule;
    }

    public String title() {
        return title;
    }

    /** Returns the first of the eight and the last, with their codes. */
    public String about() {
        return about;
    }

    /** Returns the scheme's name in requests, such as {@code affectnet}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
