package org.c25.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Files named by a hash below one folder, {@code ab/abcdef…}; each is there whole or not at all. */
final class HashedFiles {

    private final Path folder;
    private final boolean flushed;

    /**
     * @param flushed whether {@link #put} writes a file through to the disk; files that can be made again do not need
     *     it
     */
    HashedFiles(Path folder, boolean flushed) {
        this.folder = folder;
        this.flushed = flushed;
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
            write(half, bytes);
            // The file is there whole or not at all, also when two requests bring the same file at the same moment.
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (flushed) {
                channel.force(true);
            }
        }
    }

    Optional<Path> find(String hash) {
        return Optional.of(file(hash)).filter(Files::isRegularFile);
    }

    Path file(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not an image's hash");
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
