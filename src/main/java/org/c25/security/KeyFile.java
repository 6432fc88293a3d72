package org.c25.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.c25.storage.FileStore;
import org.jspecify.annotations.Nullable;

/**
 * A key in a file of its own in the store of files: 32 random bytes. A copy of the database alone thus gives nothing
 * away.
 */
public abstract class KeyFile {

    private static final int LENGTH = 32;

    private final FileStore files;
    private final String name;
    private volatile byte @Nullable [] known;

    /** @param name the name of the file, such as {@code links.key} */
    public KeyFile(FileStore files, String name) {
        this.files = files;
        this.name = name;
    }

    /**
     * Returns the key, and makes it when it is first needed. It is read once: a key never changes.
     *
     * @throws org.c25.common.Problem 503 if the store of files is away
     */
    public byte[] bytes() {
        byte[] key = known;
        if (key == null) {
            key = read();
            known = key;
        }
        return key.clone();
    }

    private byte[] read() {
        try {
            if (files.find(name).isEmpty()) {
                byte[] made = new byte[LENGTH];
                new SecureRandom().nextBytes(made);
                files.putFirst(name, made); // If another node has been quicker, its key is there.
            }
            byte[] key = files.find(name).orElseThrow().getContentAsByteArray();
            if (key.length != LENGTH) {
                throw new IllegalStateException(name + " in " + files.place() + " has to hold " + LENGTH
                        + " bytes: put it back from a backup, see docs/settings.md");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + name + " in " + files.place() + " could not be read", e);
        }
    }
}
