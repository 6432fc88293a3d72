package org.c25.images;

import org.springframework.core.io.Resource;

/** Keeps the bytes of images under their hash. Stored bytes never change. */
public interface ImageStore {

    /**
     * Stores the bytes; they are safe when this returns. Storing the same again does nothing.
     *
     * @throws org.c25.common.Problem 503 if there is no room for them, or the store of files is away
     */
    void put(String hash, byte[] bytes);

    /**
     * Returns the bytes stored under a hash.
     *
     * @throws java.io.UncheckedIOException of a {@link java.nio.file.NoSuchFileException} if there are none
     * @throws org.c25.common.Problem 503 if the store of files is away
     */
    Resource get(String hash);

    /**
     * Whether bytes are stored under a hash.
     *
     * @throws org.c25.common.Problem 503 if the store of files is away
     */
    boolean has(String hash);

    /** Removes the bytes stored under a hash; it does nothing if there are none. */
    void remove(String hash);
}
