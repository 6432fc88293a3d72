package org.c25.bodies;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The folder in which uploads are kept while they are taken. It belongs to this process alone, and is removed at its
 * end. What a killed process has left is removed by the next process that starts: a lock tells it which folders are
 * still in use.
 */
@Component
class UploadFolder {

    private static final String LOCK = "lock";

    private final Path own;
    private final FileChannel lock;

    UploadFolder(BodySettings settings) throws IOException {
        Path all = Files.createDirectories(settings.uploadFolder());
        removeAbandoned(all);
        own = Files.createTempDirectory(all, "process-").toAbsolutePath();
        lock = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
    }

    private static void removeAbandoned(Path all) throws IOException {
        try (Stream<Path> processes = Files.list(all)) {
            for (Path process : processes.filter(Files::isDirectory).toList()) {
                if (isAbandoned(process.resolve(LOCK))) {
                    FileSystemUtils.deleteRecursively(process);
                }
            }
        }
    }

    private static boolean isAbandoned(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false; // the folder is being made or removed, or this very process has locked it
        }
    }

    Path path() {
        return own;
    }

    @PreDestroy
    void remove() throws IOException {
        lock.close();
        FileSystemUtils.deleteRecursively(own);
    }
}
