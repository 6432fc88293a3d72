package org.c25.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: it has its name only when all of its bytes are there. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes the bytes, in the place of what was there.
     *
     * @throws Problem if the file can't be written; what was there stays
     */
    public static void write(Path file, byte[] bytes) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            remove(part);
            throw new Problem(file + " can't be written: " + e.getMessage() + ".");
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The first failure is the one to tell.
        }
    }
}
