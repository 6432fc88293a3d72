package org.c25.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.c25.sets.Item;

/** An invented model: what it says of a set's images, as the CSV that staff would upload. */
final class InventedModel {

    static final String NAME = "Invented model";
    static final String NOTE = "Made up for the demonstration: no network has seen these faces.";

    private static final long SEED = 8;

    private InventedModel() {}

    /** Returns a line for each image, with expressions in C25's codes, and valence and arousal from −1 to 1. */
    static byte[] predictions(List<Item> items) {
        Random random = new Random(SEED);
        StringBuilder csv = new StringBuilder("index,expression,valence,arousal\n");
        for (Item item : items) {
            InventedLook look = InventedLook.at(item, 0, random);
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%.3f,%.3f\n",
                    item.index(),
                    look.expression().code(),
                    clamp(look.valence()),
                    clamp(look.arousal())));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }
}
