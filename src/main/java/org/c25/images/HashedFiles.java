package org.c25.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Files that can be made again, named by a hash below one folder, {@code ab/abcdef…}; each is there whole or not at all. */
final class HashedFiles {

    private final Path folder;

    HashedFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Stores the bytes under the hash; storing the same again does nothing. */
    void put(String hash, byte[] bytes) throws IOException {
        Path file = file(hash);
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path half = Files.createTempFile(file.getParent(), "half-", ".tmp");
        try {
            // Not written through to the disk: what is lost is made again.
            Files.write(half, bytes);
            // The file is there whole or not at all, also when two requests bring the same file at the same moment.
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    Optional<Path> find(String hash) {
        return Optional.of(file(hash)).filter(Files::isRegularFile);
    }

    private Path file(String hash) {
        return folder.resolve(name(hash));
    }

    /** Returns the name of a file: {@code ab/abcdef…}. */
    static String name(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not an image's hash");
        }
        return hash.substring(0, 2) + "/" + hash;
    }
}
