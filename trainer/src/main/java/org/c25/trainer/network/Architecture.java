package org.c25.trainer.network;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.c25.trainer.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a network is made of.
 *
 * @param kind of which kind it is
 * @param file the TorchScript file, for that kind alone
 * @param outputs which of the file's outputs the new last layer learns upon, side by side, each by its name or its number from
 *     0; none: its only one
 */
public record Architecture(Kind kind, @Nullable Path file, List<String> outputs) {

    public Architecture {
        outputs = List.copyOf(outputs);
    }

    public Architecture(Kind kind) {
        this(kind, null, List.of());
    }

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

    /**
     * Reads {@code small}, {@code resnet50}, or the name of a TorchScript file.
     *
     * @throws Problem if it is none of them
     */
    public static Architecture read(String typed, boolean fineTuned) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "small" -> new Architecture(Kind.SMALL);
            case "resnet50" -> new Architecture(Kind.RESNET50);
            default -> ofFile(typed, fineTuned);
        };
    }

    private static Architecture ofFile(String typed, boolean fineTuned) {
        try {
            Path file = Path.of(typed);
            if (Files.isRegularFile(file)) {
                return new Architecture(fineTuned ? Kind.FINE_TUNED : Kind.FROZEN, file, List.of());
            }
        } catch (InvalidPathException e) {
            // Whatever it is, it is no file.
        }
        throw new Problem("--model " + typed + " is neither small nor resnet50 nor a file that is there.");
    }

    /** Returns the same upon other outputs of the file. */
    public Architecture upon(List<String> others) {
        return new Architecture(kind, file, others);
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
