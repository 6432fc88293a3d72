package org.c25.downloads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.c25.common.Problem;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Runs work that reads a whole set and takes long: a few pieces at a time, while the others wait in line. So most of
 * the database's connections stay free for participants, whatever is downloaded.
 */
@Component
public class WorkLine implements DisposableBean {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final DownloadSettings settings;
    private final ThreadPoolExecutor threads;

    WorkLine(DownloadSettings settings) {
        this.settings = settings;
        CustomizableThreadFactory names = new CustomizableThreadFactory("work-");
        names.setDaemon(true);
        this.threads = new ThreadPoolExecutor(
                settings.atOnce(),
                settings.atOnce(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(settings.inLine()),
                names,
                (work, line) -> {
                    throw full();
                });
    }

    private static Problem full() {
        return Problem.unavailable("Too many large files wait to be made here. Try again in a while.", SOON);
    }

    /**
     * Does work once its turn has come, and waits for the end.
     *
     * @throws Problem 503 if its turn has not come within the time that a request waits, or the line is full; then it
     *     is not done at all
     */
    public <T> T inTurn(Callable<T> deed) {
        Work<T> work = new Work<>(deed);
        add(work);
        return inTurn(work);
    }

    /**
     * Puts work at the end of the line.
     *
     * @throws Problem 503 if the line is full
     */
    void add(Work<?> work) {
        threads.execute(work);
    }

    <T> T inTurn(Work<T> work) {
        if (!work.hasBegunWithin(settings.patience()) && !begin(work)) {
            throw Problem.unavailable(
                    "This waits for other large files to be made first: " + settings.atOnce()
                            + " are made at a time. Try again in a while.",
                    SOON);
        }
        return work.result();
    }

    /** Returns whether the work has begun at the last moment. If it has not, this takes it out of the line. */
    private boolean begin(Work<?> work) {
        return !threads.remove(work);
    }

    /** Returns how many pieces of work begin before this one. */
    int before(Work<?> work) {
        List<Runnable> line = new ArrayList<>(threads.getQueue());
        return Math.max(0, line.indexOf(work));
    }

    /** Returns how many pieces of work are being done. */
    int atWork() {
        return threads.getActiveCount();
    }

    @Override
    public void destroy() {
        threads.shutdownNow().forEach(work -> ((Work<?>) work).cancel(false));
    }
}
