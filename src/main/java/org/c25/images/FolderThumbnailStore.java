package org.c25.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Keeps thumbnails as files in the data folder: {@code thumbnails/160-as-shown/ab/abcdef…}. */
@Component
class FolderThumbnailStore implements ThumbnailStore {

    private static final Logger LOG = LoggerFactory.getLogger(FolderThumbnailStore.class);

    private final HashedFiles files;

    FolderThumbnailStore(@Value("${c25.data-dir}") Path dataDir) {
        // The name has the size and the way of drawing, so that a new one never meets old files.
        Path folder = dataDir.toAbsolutePath().normalize().resolve("thumbnails");
        this.files = new HashedFiles(folder.resolve(Thumbnails.SIDE + "-as-shown"));
    }

    @Override
    public void put(String hash, byte[] bytes) {
        try {
            files.put(hash, bytes);
        } catch (IOException e) {
            LOG.warn("A thumbnail could not be kept below {}: {}", files.folder(), e.toString());
        }
    }

    @Override
    public Optional<Resource> find(String hash) {
        return files.find(hash).map(FileSystemResource::new);
    }
}
