package org.c25.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.c25.common.Problem;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Keeps the files in the data folder. Several nodes can share it by a network file system that knows hard links. */
public final class FolderFileStore implements FileStore {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final DataFolder folder;

    public FolderFileStore(DataFolder folder) {
        this.folder = folder;
    }

    @Override
    public void put(String name, byte[] bytes) {
        putOnce(name, out -> out.write(bytes));
    }

    @Override
    public void put(String name, Path file) {
        putOnce(name, out -> Files.copy(file, out));
    }

    private void putOnce(String name, Content content) {
        folder.requireRoom();
        if (!Files.exists(file(name))) {
            store(name, content, StoredBy.NAME);
        }
    }

    @Override
    public boolean putFirst(String name, byte[] bytes) {
        return store(name, out -> out.write(bytes), StoredBy.WHO_IS_FIRST);
    }

    private boolean store(String name, Content content, StoredBy rule) {
        Path file = file(name);
        try {
            Files.createDirectories(file.getParent());
            // Only its owner can read a temporary file; a file that replaces or links it has the same rights.
            Path half = Files.createTempFile(file.getParent(), "half-", ".tmp");
            try {
                write(half, content);
                return rule.name(half, file);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be stored in " + place(), e);
        }
    }

    private static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.write(out);
            channel.force(true);
        }
    }

    @Override
    public Optional<Resource> find(String name) {
        Path file = file(name);
        if (Files.isRegularFile(file)) {
            return Optional.of(new FileSystemResource(file));
        }
        // A network folder that is away is no proof that the file is not there.
        if (!Files.isDirectory(folder.path())) {
            throw Problem.unavailable("The folder with the images and files is not there.", COME_BACK);
        }
        return Optional.empty();
    }

    @Override
    public boolean has(String name) {
        return find(name).isPresent();
    }

    @Override
    public FileChannel open(String name) throws IOException {
        return FileChannel.open(file(name));
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be removed from " + place(), e);
        }
    }

    private Path file(String name) {
        return folder.path().resolve(name);
    }

    @Override
    public String place() {
        return "the folder " + folder.path();
    }

    private interface Content {

        void write(OutputStream out) throws IOException;
    }

    /** How a file that is whole gets its name. */
    private enum StoredBy {
        /** Two requests that bring the same file at the same moment both succeed. */
        NAME {
            @Override
            boolean name(Path half, Path file) throws IOException {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return true;
            }
        },
        /** Unlike a rename, a link never replaces another file: of two nodes at the same moment, one stores it. */
        WHO_IS_FIRST {
            @Override
            boolean name(Path half, Path file) throws IOException {
                try {
                    Files.createLink(file, half);
                    return true;
                } catch (FileAlreadyExistsException e) {
                    return false;
                }
            }
        };

        abstract boolean name(Path half, Path file) throws IOException;
    }
}
