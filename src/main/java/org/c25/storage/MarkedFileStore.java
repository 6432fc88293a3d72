package org.c25.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.c25.common.Causes;
import org.c25.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The store of files, as far as it is this database's: while it is not, nothing is read from it and nothing stored in
 * it, and the node is not ready.
 */
class MarkedFileStore implements FileStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MarkedFileStore.class);
    private static final Duration COME_BACK = Duration.ofSeconds(10);
    private static final Optional<String> NOT_COMPARED =
            Optional.of("It is not known yet whether the files are those of this database.");

    private final FileStore files;
    private final StoreMark mark;

    /** What is wrong; empty if nothing is. */
    private volatile Optional<String> fault = NOT_COMPARED;

    MarkedFileStore(FileStore files, StoreMark mark) {
        this.files = files;
        this.mark = mark;
    }

    /** Returns what is wrong, as it was found last; only the first call looks itself. */
    Optional<String> fault() {
        if (fault.equals(NOT_COMPARED)) {
            look();
        }
        return fault;
    }

    /**
     * Compares the marks. While the store or the database can't be asked, what was found last still counts: the store
     * may be back at any moment, and until then no node can do without it.
     */
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void look() {
        try {
            Optional<String> now = mark.fault();
            if (!now.equals(fault)) {
                now.ifPresentOrElse(LOG::error, () -> LOG.info("The files in {} are those of this database", place()));
            }
            fault = now;
        } catch (RuntimeException e) {
            LOG.warn("The mark in {} could not be compared: {}", place(), Causes.bottom(e));
        }
    }

    private FileStore ours() {
        if (fault.isPresent()) {
            look();
        }
        fault.ifPresent(MarkedFileStore::refuse);
        return files;
    }

    private static void refuse(String fault) {
        throw Problem.unavailable(
                "The files of this node are not those of its database; its log says more. Nothing was lost or stored."
                        + " Try again in a moment.",
                COME_BACK);
    }

    /** A file that is missing because its folder is no longer mounted is not missing, but away. */
    private void requireOursStill() {
        look();
        fault.ifPresent(MarkedFileStore::refuse);
    }

    @Override
    public void put(String name, byte[] bytes) {
        ours().put(name, bytes);
    }

    @Override
    public void put(String name, Path file) {
        ours().put(name, file);
    }

    @Override
    public boolean putFirst(String name, byte[] bytes) {
        requireOursStill();
        return files.putFirst(name, bytes);
    }

    @Override
    public Optional<Resource> find(String name) {
        Optional<Resource> found = ours().find(name);
        if (found.isEmpty()) {
            requireOursStill();
        }
        return found;
    }

    @Override
    public boolean has(String name) {
        return ours().has(name);
    }

    @Override
    public FileChannel open(String name) throws IOException {
        try {
            return ours().open(name);
        } catch (NoSuchFileException missing) {
            requireOursStill();
            throw missing;
        }
    }

    @Override
    public void remove(String name) {
        ours().remove(name);
    }

    @Override
    public String place() {
        return files.place();
    }

    @Override
    public void close() throws Exception {
        if (files instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
