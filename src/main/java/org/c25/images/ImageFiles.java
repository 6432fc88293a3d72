package org.c25.images;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.c25.storage.FileStore;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Keeps images as files of the store: {@code images/ab/abcdef…}. */
@Component
class ImageFiles implements ImageStore {

    private final FileStore files;

    ImageFiles(FileStore files) {
        this.files = files;
    }

    @Override
    public void put(String hash, byte[] bytes) {
        files.put(name(hash), bytes);
    }

    @Override
    public Resource get(String hash) {
        String name = name(hash);
        return files.find(name).orElseThrow(() -> new UncheckedIOException(new NoSuchFileException(name)));
    }

    @Override
    public boolean has(String hash) {
        return files.has(name(hash));
    }

    @Override
    public void remove(String hash) {
        files.remove(name(hash));
    }

    private static String name(String hash) {
        return "images/" + HashedFiles.name(hash);
    }
}
