package org.c25.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.c25.common.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The folder that holds images, files and, without a datasource, the database. It knows how much room is left on its
 * disk.
 */
@Component
public class DataFolder {

    private static final int BLOCK = 1 << 16;
    private static final Duration COME_BACK = Duration.ofMinutes(1);

    private final Path path;
    private final DataSize reserve;

    /** @param reserve the space that new images and files must leave free, so that answers have room */
    public DataFolder(@Value("${c25.data-dir}") Path path, @Value("${c25.storage.reserve}") DataSize reserve)
            throws IOException {
        this.path = Files.createDirectories(path.toAbsolutePath().normalize());
        this.reserve = reserve;
    }

    public Path path() {
        return path;
    }

    /**
     * Checks that there is room, before images or files are stored.
     *
     * @throws Problem 503 if the rest of the disk is kept for answers
     */
    public void requireRoom() {
        DataSize left = left();
        if (left.compareTo(reserve) < 0) {
            throw Problem.unavailable(
                    "The disk of the data folder has " + left.toMegabytes() + " MB left, and the last "
                            + reserve.toMegabytes()
                            + " MB are kept for answers (c25.storage.reserve). Nothing was stored;"
                            + " try again when the server's admin has made room.",
                    COME_BACK);
        }
    }

    private DataSize left() {
        try {
            return DataSize.ofBytes(Files.getFileStore(path).getUsableSpace());
        } catch (IOException e) {
            return DataSize.ofBytes(0);
        }
    }

    /** Whether this many bytes can be written there; it finds out by writing them. */
    boolean canTake(DataSize size) {
        try {
            Path trial = Files.createTempFile(path, "room-", ".tmp");
            try (FileChannel file = FileChannel.open(trial, StandardOpenOption.WRITE)) {
                for (long written = 0; written < size.toBytes(); ) {
                    written += file.write(ByteBuffer.allocate(BLOCK));
                }
                file.force(true);
                return true;
            } finally {
                Files.deleteIfExists(trial);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
