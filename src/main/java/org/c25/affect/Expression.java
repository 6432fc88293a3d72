package org.c25.affect;

import java.util.List;
import java.util.Optional;

/**
 * One of the eight expressions a participant chooses from, in the order of the original tool's buttons.
 *
 * <p>The code (0 … 7) is what the C25 files hold. AffectNet numbers the same eight from another start: AffectNet = (C25
 * + 1) mod 8.
 */
public enum Expression {
    HAPPINESS("happiness", "행복"),
    SADNESS("sadness", "슬픔"),
    SURPRISE("surprise", "놀람"),
    FEAR("fear", "두려움"),
    DISGUST("disgust", "역겨움"),
    ANGER("anger", "화남"),
    CONTEMPT("contempt", "무시"),
    NEUTRAL("neutral", "중립");

    private static final List<Expression> ALL = List.of(values());

    private final String english;
    private final String korean;

    Expression(String english, String korean) {
        this.english = english;
        this.korean = korean;
    }

    /** Returns all eight, in the order of their codes. */
    public static List<Expression> all() {
        return ALL;
    }

    /** The expression with this C25 code, or empty if the code is outside 0 … 7. */
    public static Optional<Expression> ofCode(int code) {
        return code < 0 || code >= ALL.size() ? Optional.empty() : Optional.of(ALL.get(code));
    }

    /** The expression of an AffectNet code, or empty for none, uncertain and no face (8 … 10) and unknown codes. */
    public static Optional<Expression> ofAffectNetCode(int code) {
        return code < 0 || code > 7 ? Optional.empty() : Optional.of(ALL.get((code + 7) % 8));
    }

    /** The C25 code, 0 … 7. */
    public int code() {
        return ordinal();
    }

    /** AffectNet's code of the same expression, 0 … 7. */
    public int affectNetCode() {
        return (code() + 1) % 8;
    }

    public String english() {
        return english;
    }

    public String korean() {
        return korean;
    }
}
