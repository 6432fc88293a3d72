package org.c25.trainer.network;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a network is made of.
 *
 * @param kind of which kind it is
 * @param file the TorchScript file, for that kind alone
 */
public record Architecture(Kind kind, @Nullable Path file) {

    /** Below this the library that draws ResNet50 gives a smaller network of that name. */
    static final int LEAST_RESNET50 = 33;

    /** The kinds, with the size of their pictures where nobody says. */
    public enum Kind {
        SMALL(48),
        RESNET50(224),
        /** A TorchScript file whose weights stay as they are: only a new last layer learns, on what the file gives. */
        FROZEN(224),
        /** A TorchScript file all of whose weights learn, under a new last layer. */
        FINE_TUNED(224);

        private final int size;

        Kind(int size) {
            this.size = size;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isFile() {
            return this == FROZEN || this == FINE_TUNED;
        }
    }

    /** Reads {@code small}, {@code resnet50}, or the name of a TorchScript file. */
    public static Architecture read(String typed, boolean fineTuned) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "small" -> new Architecture(Kind.SMALL, null);
            case "resnet50" -> new Architecture(Kind.RESNET50, null);
            default -> new Architecture(fineTuned ? Kind.FINE_TUNED : Kind.FROZEN, Path.of(typed));
        };
    }

    /** Returns the usual width and height of its pictures in pixels. */
    public int usualSize() {
        return kind.size;
    }

    /** Returns the name in files and on pages: the kind, or the file's name. */
    public String title() {
        return file == null ? kind.key() : String.valueOf(file.getFileName());
    }
}
