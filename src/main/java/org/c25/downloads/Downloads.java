package org.c25.downloads;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The large files that people and programs download. The {@link LargeFileQueue} makes each whole on the disk, and then it
 * is sent. They are in this node's memory alone: a page that waits has to come back to the same node, as its session has.
 */
@Service
public class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final DownloadSettings settings;
    private final LargeFileQueue queue;
    private final Clock clock;
    private final Map<String, Download> wanted = new ConcurrentHashMap<>();
    private final AtomicInteger onDisk = new AtomicInteger();

    Downloads(DownloadSettings settings, LargeFileQueue queue, Clock clock) {
        this.settings = settings;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Waits until the file is made, and returns it. It is for programs.
     *
     * @throws Problem 503 with {@code Retry-After} if its turn doesn't come soon, or the server has no room for it
     */
    public View now(Caller caller, FileOrder order) {
        Download download = begin(caller, order);
        try {
            queue.inTurn(download.task());
        } catch (RuntimeException failed) {
            download.giveBack();
            throw failed;
        } finally {
            download.drop();
        }
        return send(download);
    }

    /**
     * Returns the file if it is made within a moment, or else the page that says how far it is. It is for people.
     *
     * @throws Problem as {@link #now}
     */
    public View soon(Caller caller, FileOrder order) {
        Download download = unfinished(caller, order).orElseGet(() -> keep(begin(caller, order)));
        if (download.task().isDoneWithin(AT_ONCE)) {
            return send(download);
        }
        download.giveBack();
        RedirectView page = new RedirectView("/downloads/" + download.id(), true);
        page.setExposeModelAttributes(false);
        return page;
    }

    /**
     * Returns a file to programs, below {@code /api}, by {@link #now}, and to people, at all other addresses, by
     * {@link #soon}.
     */
    public View reply(HttpServletRequest request, Caller caller, FileOrder order) {
        return request.getServletPath().startsWith("/api/") ? now(caller, order) : soon(caller, order);
    }

    /**
     * Returns a file that stays where it is. It can be sent from the middle on.
     *
     * @param file the file, which is closed when it has been sent
     */
    public View stored(FileChannel file, String name, MediaType type) {
        try {
            return new FileView(name, type, new Stored(file, file.size()), true);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    private Optional<Download> unfinished(Caller caller, FileOrder order) {
        return wanted.values().stream()
                .filter(one -> one.isSameAndUnfinished(caller.accountId(), order) && one.lend())
                .findFirst();
    }

    private Download keep(Download download) {
        wanted.put(download.id(), download);
        return download;
    }

    private Download begin(Caller caller, FileOrder order) {
        Download download = new Download(caller.accountId(), order, file(), clock);
        try {
            queue.add(download.task());
            return download;
        } catch (RuntimeException full) {
            download.giveBack();
            download.drop();
            throw full;
        }
    }

    private TemporaryFile file() {
        if (onDisk.incrementAndGet() > settings.onDisk()) {
            onDisk.decrementAndGet();
            throw Problem.unavailable("Too many downloads are under way here. Try again in a while.", SOON);
        }
        try {
            return TemporaryFile.in(settings.folder(), onDisk::decrementAndGet);
        } catch (IOException e) {
            onDisk.decrementAndGet();
            LOG.warn("No file can be made for a download: {}", e.toString());
            throw Problem.unavailable("The server has no room for the file. Try again later, or tell its admin.", SOON);
        }
    }

    /**
     * Returns a download of the caller's.
     *
     * @throws Problem 404 if it is another account's or another node's, or gone
     */
    Download require(Caller caller, String id) {
        return Optional.ofNullable(wanted.get(id))
                .filter(download -> download.isOf(caller.accountId()))
                .orElseThrow(Downloads::gone);
    }

    private static Problem gone() {
        return Problem.notFound("download any more; start it again");
    }

    int before(Download download) {
        return queue.before(download.task());
    }

    /** Gives a person the file. If it does not arrive, it stays for another try. */
    View hand(Download download) {
        if (!download.lend()) {
            throw gone();
        }
        return send(download);
    }

    /**
     * Sends the file.
     *
     * @param download the download, which is lent to the caller
     */
    private View send(Download download) {
        FileOrder order = download.order();
        try {
            download.task().result();
            order.handingOut().run();
        } catch (RuntimeException failed) {
            download.giveBack();
            forget(download);
            throw failed;
        }
        return new FileView(order.name(), order.type(), new Lent(download), false);
    }

    private void forget(Download download) {
        wanted.remove(download.id());
        download.drop();
    }

    /** Returns how many files are on the disk. */
    int onDisk() {
        return onDisk.get();
    }

    @Scheduled(fixedDelay = 10_000)
    void forgetWhatNobodyFetches() {
        wanted.values().stream()
                .filter(download -> download.hasBeenReadyFor(settings.keep()))
                .forEach(this::forget);
    }

    private final class Lent implements FileSource {

        private final Download download;

        private Lent(Download download) {
            this.download = download;
        }

        @Override
        public long bytes() {
            return download.file().bytes();
        }

        @Override
        public int read(ByteBuffer buffer, long from) throws IOException {
            return download.file().read(buffer, from);
        }

        @Override
        public void done(boolean whole) {
            download.giveBack();
            if (whole) {
                forget(download);
            }
        }
    }

    private record Stored(FileChannel channel, long bytes) implements FileSource {

        @Override
        public int read(ByteBuffer buffer, long from) throws IOException {
            return channel.read(buffer, from);
        }

        @Override
        public void done(boolean whole) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("A file that was read could not be closed", e);
            }
        }
    }
}
