package org.c25.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Holds checked pictures on the disk until they are stored, and forgets them when closed. */
public final class PictureSpool implements AutoCloseable {

    private final Path folder;
    private final Set<String> hashes = new HashSet<>();

    public PictureSpool() throws IOException {
        folder = Files.createTempDirectory("c25-pictures-");
    }

    public void keep(Picture picture, byte[] bytes) throws IOException {
        if (hashes.add(picture.hash())) {
            Files.write(folder.resolve(picture.hash()), bytes);
        }
    }

    public byte[] read(Picture picture) throws UnfitImageException {
        try {
            return Files.readAllBytes(folder.resolve(picture.hash()));
        } catch (IOException e) {
            throw new UnfitImageException("is gone from the temporary folder");
        }
    }

    @Override
    public void close() throws IOException {
        for (String hash : hashes) {
            Files.deleteIfExists(folder.resolve(hash));
        }
        Files.deleteIfExists(folder);
    }
}
