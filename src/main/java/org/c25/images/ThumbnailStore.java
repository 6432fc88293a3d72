package org.c25.images;

import java.util.Optional;
import org.springframework.core.io.Resource;

/** Keeps thumbnails under the hash of their image. All of it can be thrown away: what is missing is made again. */
interface ThumbnailStore {

    /** Keeps the bytes, or doesn't, if it can't. */
    void put(String hash, byte[] bytes);

    Optional<Resource> find(String hash);
}
