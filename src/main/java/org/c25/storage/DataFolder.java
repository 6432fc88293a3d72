package org.c25.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.c25.common.Problem;
import org.c25.common.StartFault;
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

    /** What C25 keeps in the folder. */
    private static final List<String> OWN =
            List.of("c25.mv.db", "outside-ids.key", "links.key", "images", "thumbnails", "snapshots", "uploads");

    private final Path path;
    private final DataSize reserve;

    /** @param reserve the space that new images and files must leave free, so that answers have room */
    public DataFolder(@Value("${c25.data-dir}") Path path, @Value("${c25.storage.reserve}") DataSize reserve)
            throws IOException {
        this.path = Files.createDirectories(path.toAbsolutePath().normalize());
        this.reserve = reserve;
        requireUsable();
    }

    /** Files that were put back from a backup often belong to another user. Who starts C25 is told so, and no participant. */
    private void requireUsable() throws IOException {
        Optional<Path> foreign = foreign(path, DataFolder::isUsable);
        if (foreign.isPresent()) {
            throw new StartFault(
                    foreign.get() + " can't be read and written by the user that runs C25.",
                    "Give the data folder to that user, all of it (chown -R), and start again.");
        }
    }

    private static boolean isUsable(Path file) {
        return Files.isReadable(file)
                && (!Files.isDirectory(file) || Files.isWritable(file) && Files.isExecutable(file));
    }

    /** Finds one of C25's own files and folders that it can't use. What else lies in the folder is no matter. */
    static Optional<Path> foreign(Path data, Predicate<Path> usable) throws IOException {
        if (!usable.test(data)) {
            return Optional.of(data);
        }
        for (String name : OWN) {
            Path own = data.resolve(name);
            if (!Files.exists(own)) {
                continue;
            }
            if (!usable.test(own)) {
                return Optional.of(own);
            }
            if (Files.isDirectory(own)) {
                try (Stream<Path> inside = Files.list(own)) {
                    Optional<Path> foreign = inside.filter(usable.negate()).findFirst();
                    if (foreign.isPresent()) {
                        return foreign;
                    }
                }
            }
        }
        return Optional.empty();
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
