package org.c25.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Images as files in the data folder: {@code images/ab/abcdef…}. */
@Component
class FolderImageStore implements ImageStore {

    private final Path folder;

    FolderImageStore(@Value("${c25.data-dir}") Path dataDir) {
        this.folder = dataDir.toAbsolutePath().normalize().resolve("images");
    }

    @Override
    public void put(String hash, byte[] bytes) {
        Path file = file(hash);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path half = Files.createTempFile(file.getParent(), "half-", ".tmp");
            try {
                write(half, bytes);
                // Whole or not at all, also when two uploads bring the same image at the same moment.
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Image " + hash + " could not be stored below " + folder, e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    @Override
    public Resource get(String hash) {
        Path file = file(hash);
        if (!Files.isRegularFile(file)) {
            throw new UncheckedIOException(new NoSuchFileException(file.toString()));
        }
        return new FileSystemResource(file);
    }

    private Path file(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not an image's hash");
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
