package org.c25.images;

import org.springframework.core.io.Resource;

/** Keeps the bytes of images under their hash. Stored bytes never change. */
public interface ImageStore {

    /**
     * Stores the bytes; they are on disk when this returns. Storing the same again does nothing.
     *
     * @throws org.c25.common.Problem 503 if there is no room for them
     */
    void put(String hash, byte[] bytes);

    /**
     * Returns the bytes stored under a hash.
     *
     * @throws java.io.UncheckedIOException if there are none
     */
    Resource get(String hash);
}
