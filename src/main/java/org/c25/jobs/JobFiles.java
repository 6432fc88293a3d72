package org.c25.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The files that jobs get and make: a folder for each job. */
@Component
class JobFiles {

    private final Path root;

    JobFiles(JobSettings settings) {
        this.root = settings.folder().toAbsolutePath().normalize();
    }

    /**
     * Makes the folder of a new job, and moves the files there that came with the order.
     *
     * @param sent the files by the names that the job knows them by
     * @return the folder's name
     */
    String take(Map<String, Path> sent) {
        String name = UUID.randomUUID().toString();
        Path folder = folder(name);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, Path> file : sent.entrySet()) {
                Path here = folder.resolve(file.getKey());
                Files.move(file.getValue(), here, StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(here, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            return name;
        } catch (IOException e) {
            remove(name);
            throw new UncheckedIOException("The files of a job could not be kept below " + root, e);
        }
    }

    Path folder(String name) {
        return root.resolve(name);
    }

    boolean isHere(String name) {
        return Files.isDirectory(folder(name));
    }

    void remove(String name) {
        FileSystemUtils.deleteRecursively(folder(name).toFile());
    }

    /** Returns the names of the folders that were made before a time. */
    List<String> madeBefore(Instant time) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(path -> path.toFile().lastModified() < time.toEpochMilli())
                    .map(path -> path.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
