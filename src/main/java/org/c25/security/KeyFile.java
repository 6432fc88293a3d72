package org.c25.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/**
 * A key in a file of its own in the data folder: 32 random bytes. A copy of the database alone thus gives nothing away.
 */
public abstract class KeyFile {

    private static final int LENGTH = 32;

    private final Path file;

    /** @param name the name of the file, such as {@code links.key} */
    public KeyFile(Path dataDir, String name) {
        this.file = dataDir.toAbsolutePath().normalize().resolve(name);
    }

    /**
     * Returns the key, and makes it when it is first needed. It reads the file each time: other nodes share the folder.
     */
    public byte[] bytes() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != LENGTH) {
                throw new IllegalStateException(
                        file + " has to hold " + LENGTH + " bytes: put it back from a backup, see docs/settings.md");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " could not be made or read", e);
        }
    }

    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        // Only its owner can read a temporary file, and a link to it has the same rights.
        Path whole = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".tmp");
        try {
            write(whole);
            // Unlike a rename, a link never replaces another file: of two nodes at the same moment, one makes the key.
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // Another node has made the key, so that one is used.
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(key);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
