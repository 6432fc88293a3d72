package org.c25.trainer.predict;

import java.util.List;
import java.util.stream.Stream;
import org.c25.trainer.Problem;

/** All presets. */
final class Presets {

    static final String CUSTOM = "custom";

    private static final List<Preset> ALL = Stream.of(EmoNet.presets(), HsEmotion.presets(), Dan.presets())
            .flatMap(List::stream)
            .toList();

    private Presets() {}

    static List<Preset> all() {
        return ALL;
    }

    /** Returns what to say where a file was named without a preset. */
    static Problem missing(String file) {
        return new Problem("Which preset? --preset says what " + file + " takes and gives. There are "
                + String.join(", ", ALL.stream().map(Preset::name).toList()) + " and " + CUSTOM + ".");
    }

    /** @throws Problem if there is none of this name */
    static Preset find(String name) {
        if (name.equals(EmoNet.FIVE)) {
            throw new Problem(EmoNet.WHY_NOT_FIVE);
        }
        return ALL.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem("There is no preset " + name + ". There are "
                        + String.join(", ", ALL.stream().map(Preset::name).toList()) + " and " + CUSTOM + "."));
    }
}
