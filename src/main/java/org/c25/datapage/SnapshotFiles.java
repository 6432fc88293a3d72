package org.c25.datapage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.c25.common.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Stores the bytes of frozen data packages: {@code snapshots/<SHA-256>.zip} in the data folder. */
@Component
class SnapshotFiles {

    private final Path folder;

    SnapshotFiles(@Value("${c25.data-dir}") Path dataDir) {
        this.folder = dataDir.toAbsolutePath().normalize().resolve("snapshots");
    }

    /** The hash of a stored package in hexadecimal, and how many bytes it has. */
    record Stored(String sha256, long bytes) {}

    interface Content {

        void write(OutputStream out) throws IOException;
    }

    /** Stores a package, whole and on disk, or not at all. */
    Stored put(Content content) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "half-", ".tmp");
            try {
                String sha256 = write(half, content);
                long bytes = Files.size(half);
                Files.move(half, file(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return new Stored(sha256, bytes);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot could not be stored below " + folder, e);
        }
    }

    private static String write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            DigestOutputStream out = Sha256.through(Channels.newOutputStream(channel));
            content.write(out);
            out.flush();
            channel.force(true);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        }
    }

    void remove(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot could not be removed from " + folder, e);
        }
    }

    Path file(String sha256) {
        return folder.resolve(sha256 + ".zip");
    }
}
