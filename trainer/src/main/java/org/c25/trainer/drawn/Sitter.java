package org.c25.trainer.drawn;

import java.awt.Color;
import java.util.Random;

/** Somebody whose face is drawn: what stays the same from picture to picture. Lengths are shares of the picture's side. */
record Sitter(
        Color skin, Color hair, Color back, double width, double height, double eyes, double mouth, double brows) {

    static Sitter of(Random random) {
        float tone = 0.35f + 0.6f * random.nextFloat();
        Color skin = new Color(tone, tone * 0.82f, tone * 0.68f);
        Color hair = Color.getHSBColor(0.08f, 0.6f * random.nextFloat(), 0.05f + 0.4f * random.nextFloat());
        Color back = Color.getHSBColor(random.nextFloat(), 0.25f, 0.4f + 0.5f * random.nextFloat());
        return new Sitter(
                skin,
                hair,
                back,
                0.66 + 0.12 * random.nextDouble(),
                0.82 + 0.1 * random.nextDouble(),
                0.15 + 0.04 * random.nextDouble(),
                0.24 + 0.06 * random.nextDouble(),
                0.1 + 0.03 * random.nextDouble());
    }
}
