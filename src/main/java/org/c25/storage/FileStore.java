package org.c25.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * Keeps the files that belong to the database: images, frozen data packages, and keys. All nodes that share a database
 * share one store. A file is there whole or not at all, under a name such as {@code images/ab/abcdef…}.
 */
public interface FileStore {

    /**
     * Stores the bytes; they are safe when this returns. A name tells what is in the file, by its hash: storing it again
     * does nothing.
     *
     * @throws org.c25.common.Problem 503 if the store has no room, can't be reached, or is not this database's
     */
    void put(String name, byte[] bytes);

    /**
     * Stores a copy of a file, as {@link #put(String, byte[])} does.
     *
     * @param file a file of this machine, which stays as it is
     */
    void put(String name, Path file);

    /** Stores the bytes if there is no file of that name, and returns whether it did. Of several nodes one does. */
    boolean putFirst(String name, byte[] bytes);

    /**
     * Returns a file; empty if there is none.
     *
     * @throws org.c25.common.Problem 503 if the store can't be reached, or is not this database's
     */
    Optional<Resource> find(String name);

    /**
     * Whether there is a file of that name.
     *
     * @throws org.c25.common.Problem as {@link #find}
     */
    boolean has(String name);

    /**
     * Opens a large file, for reading from anywhere in it. The caller closes it.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws org.c25.common.Problem as {@link #find}
     */
    FileChannel open(String name) throws IOException;

    /** Removes a file; it does nothing if there is none. */
    void remove(String name);

    /** Returns where the files are, for messages to those who run the server. */
    String place();
}
