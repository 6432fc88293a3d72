package org.c25.datapage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.storage.DataFolder;
import org.c25.storage.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores the bytes of frozen data packages: {@code snapshots/<SHA-256>.zip} in the store of files. */
@Component
class SnapshotFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFiles.class);

    private final FileStore files;
    private final Path temporary;

    SnapshotFiles(FileStore files, DataFolder folder) {
        this.files = files;
        this.temporary = folder.path().resolve("snapshots");
    }

    /** The hash of a stored package in hexadecimal, and how many bytes it has. */
    record Stored(String sha256, long bytes) {}

    interface Content {

        void write(OutputStream out) throws IOException;
    }

    /** Stores a package, whole, or not at all. */
    Stored put(Content content) {
        try {
            Files.createDirectories(temporary);
            Path whole = Files.createTempFile(temporary, "half-", ".tmp");
            try {
                String sha256 = write(whole, content);
                files.put(name(sha256), whole);
                return new Stored(sha256, Files.size(whole));
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot could not be made below " + temporary, e);
        }
    }

    private static String write(Path file, Content content) throws IOException {
        try (DigestOutputStream out = Sha256.through(Files.newOutputStream(file))) {
            content.write(out);
            out.flush();
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        }
    }

    void remove(String sha256) {
        files.remove(name(sha256));
    }

    /**
     * Opens a stored package. The caller closes it.
     *
     * @throws Problem 404 if it is not there, 503 if the store of files is away
     */
    FileChannel open(String sha256) {
        try {
            return files.open(name(sha256));
        } catch (IOException e) {
            LOG.warn("The frozen package {} can't be read: {}", sha256, e.toString());
            throw Problem.notFound("file any more");
        }
    }

    private static String name(String sha256) {
        return "snapshots/" + sha256 + ".zip";
    }
}
