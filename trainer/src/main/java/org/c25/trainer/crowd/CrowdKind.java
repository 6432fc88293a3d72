package org.c25.trainer.crowd;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.trainer.Problem;
import org.c25.trainer.answers.Dimension;

/** How a rater's answers follow from what the network says: each rater has weights of their own. */
public enum CrowdKind {
    /** A matrix: logits = p·W, W starts as the identity. */
    MW(false),
    /** A weight for each class: logits = p·w, w starts at 1. */
    VW(false),
    /** A weight and a bias for each class: logits = p·w + b, b starts at 0. */
    VW_B(false),
    /** How far a rater uses the scale: s·x, s starts at 1. */
    S(true),
    /** How far a rater's level lies off: x + b, b starts at 0. */
    B(true),
    /** Both: s·x + b. */
    S_B(true);

    private final boolean scale;

    CrowdKind(boolean scale) {
        this.scale = scale;
    }

    public boolean isFor(Dimension dimension) {
        return scale == dimension.isScale();
    }

    public boolean hasWeight() {
        return this != B;
    }

    public boolean hasBias() {
        return this == VW_B || this == B || this == S_B;
    }

    /** Returns its name as it is typed, such as {@code s+b}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '+');
    }

    /**
     * Reads names with commas between them, such as {@code mw,s+b}: one for the expression, one for the scales.
     *
     * @throws Problem if a name is unknown, or two are for the same
     */
    public static Map<Boolean, CrowdKind> read(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .map(CrowdKind::of)
                .collect(Collectors.toMap(kind -> kind.scale, kind -> kind, (one, other) -> {
                    throw new Problem("--crowd " + names + ": " + one.key() + " and " + other.key()
                            + " are for the same answers. Choose one.");
                }));
    }

    private static CrowdKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        "--crowd " + name + " is unknown. For the expression: mw, vw or vw+b; for valence and"
                                + " arousal: s, b or s+b; for both such as mw,s+b."));
    }
}
