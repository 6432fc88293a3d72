package org.c25.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Images as files in the data folder: {@code images/ab/abcdef…}. */
@Component
class FolderImageStore implements ImageStore {

    private final HashedFiles files;

    FolderImageStore(@Value("${c25.data-dir}") Path dataDir) {
        this.files = new HashedFiles(dataDir.toAbsolutePath().normalize().resolve("images"), true);
    }

    @Override
    public void put(String hash, byte[] bytes) {
        try {
            files.put(hash, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Image " + hash + " could not be stored below " + files.folder(), e);
        }
    }

    @Override
    public Resource get(String hash) {
        return files.find(hash)
                .map(FileSystemResource::new)
                .orElseThrow(() -> new UncheckedIOException(
                        new NoSuchFileException(files.file(hash).toString())));
    }
}
