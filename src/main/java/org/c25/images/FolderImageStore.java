package org.c25.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import org.c25.common.Problem;
import org.c25.storage.DataFolder;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Keeps images as files in the data folder: {@code images/ab/abcdef…}. */
@Component
class FolderImageStore implements ImageStore {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final HashedFiles files;

    FolderImageStore(DataFolder folder) {
        this.folder = folder;
        this.files = new HashedFiles(folder.path().resolve("images"), true);
    }

    @Override
    public void put(String hash, byte[] bytes) {
        folder.requireRoom();
        try {
            files.put(hash, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Image " + hash + " could not be stored below " + files.folder(), e);
        }
    }

    @Override
    public Resource get(String hash) {
        return files.find(hash).map(FileSystemResource::new).orElseThrow(() -> missing(hash));
    }

    private RuntimeException missing(String hash) {
        return Files.isDirectory(files.folder())
                ? new UncheckedIOException(
                        new NoSuchFileException(files.file(hash).toString()))
                : Problem.unavailable("The folder with the images is not there.", COME_BACK);
    }
}
