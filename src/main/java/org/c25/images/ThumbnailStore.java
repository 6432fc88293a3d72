package org.c25.images;

import java.util.Optional;
import org.springframework.core.io.Resource;

/** Keeps thumbnails under the hash of their image. All of them can be thrown away: a missing one is made again. */
interface ThumbnailStore {

    /** Keeps the bytes, or does nothing if it can't. */
    void put(String hash, byte[] bytes);

    Optional<Resource> find(String hash);
}
