package org.c25.downloads;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ordered file. It waits in line, is being made, or is ready. */
final class Download implements UploadProgress {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofMinutes(1);

    private final String id = UUID.randomUUID().toString();
    private final long account;
    private final FileOrder order;
    private final TemporaryFile file;
    private final Clock clock;
    private final LargeFileTask<Download> task;
    private volatile String words = "Writing the file";
    private volatile @Nullable Instant readySince;
    private int readers = 1;
    private boolean dropped;

    /**
     * Makes a download that is lent to its maker.
     *
     * @param file an empty file, which belongs to this download from now on
     */
    Download(long account, FileOrder order, TemporaryFile file, Clock clock) {
        this.account = account;
        this.order = order;
        this.file = file;
        this.clock = clock;
        this.task = new LargeFileTask<>(this::make);
    }

    private Download make() {
        try (OutputStream out = new BufferedOutputStream(file.out(), 1 << 16)) {
            order.content().write(out, this);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} could not be written: {}", order.name(), e.getMessage());
            throw Problem.unavailable(
                    "The server could not write the file; its disk may be full. Try again later, or tell its admin.",
                    UNTIL_THERE_IS_ROOM);
        } finally {
            readySince = clock.instant();
        }
        return this;
    }

    @Override
    public void tell(String now) {
        words = now;
    }

    /**
     * Returns how far the download is, in words.
     *
     * @param before how many others are made before it
     */
    String words(int before) {
        if (task.isDone()) {
            return "The file is ready: " + size() + ".";
        }
        if (task.hasBegun()) {
            return words + " … " + size() + " so far";
        }
        return before == 0
                ? "This is the next in line."
                : Numbers.count(before, "other is", "others are") + " made before this one.";
    }

    private String size() {
        return Numbers.bytes(file.bytes());
    }

    boolean isOf(long someAccount) {
        return account == someAccount;
    }

    /** Whether this is the same order of the same account, and not yet made, so that it can serve both requests. */
    boolean isSameAndUnfinished(long someAccount, FileOrder other) {
        return isOf(someAccount) && order.address().equals(other.address()) && !task.isDone();
    }

    boolean hasBeenReadyFor(Duration time) {
        Instant since = readySince;
        return since != null && since.plus(time).isBefore(clock.instant());
    }

    /**
     * Lends the file, which is there for as long as it is lent.
     *
     * @return false if it is gone already
     */
    synchronized boolean lend() {
        if (dropped) {
            return false;
        }
        readers++;
        return true;
    }

    synchronized void giveBack() {
        readers--;
        closeIfUnused();
    }

    /** Lends the file to nobody any more. Whoever is reading it can read on. */
    synchronized void drop() {
        dropped = true;
        closeIfUnused();
    }

    private void closeIfUnused() {
        if (dropped && readers == 0) {
            file.close();
        }
    }

    String id() {
        return id;
    }

    FileOrder order() {
        return order;
    }

    TemporaryFile file() {
        return file;
    }

    LargeFileTask<Download> task() {
        return task;
    }
}
