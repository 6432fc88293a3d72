package org.c25.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which results are to lie. */
public final class OutFolder {

    private OutFolder() {}

    /**
     * Makes the folder, with those above it, if it is not there.
     *
     * @throws Problem if it can't be made, or nothing can be written to it
     */
    public static void make(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Problem(folder + " is a file, and a folder is needed there: name another one by --out.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Problem(
                    "The folder " + folder + " can't be made: is there a folder above it to which you may write?");
        }
        if (!Files.isWritable(folder)) {
            throw new Problem("Nothing can be written to " + folder + ".");
        }
    }
}
