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
 * The queue of tasks that read a whole set and take long. A few run at a time, and the others wait. So whatever staff
 * download, most of the database's connections are free for participants.
 */
@Component
public class LargeFileQueue implements DisposableBean {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final DownloadSettings settings;
    private final ThreadPoolExecutor threads;

    LargeFileQueue(DownloadSettings settings) {
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
                (task, full) -> {
                    throw full();
                });
    }

    private static Problem full() {
        return Problem.unavailable("Too many large files wait to be made here. Try again in a while.", SOON);
    }

    /**
     * Runs a task once its turn has come, and waits for its end.
     *
     * @throws Problem 503 if its turn has not come within the patience that a request has, or the queue is full; then it is
     *     not done at all
     */
    public <T> T inTurn(Callable<T> task) {
        LargeFileTask<T> waiting = new LargeFileTask<>(task);
        add(waiting);
        return inTurn(waiting);
    }

    /** Puts a task at the end of the queue. @throws Problem 503 if the queue is full */
    void add(LargeFileTask<?> task) {
        threads.execute(task);
    }

    <T> T inTurn(LargeFileTask<T> task) {
        if (!task.hasBegunWithin(settings.patience()) && !begin(task)) {
            throw Problem.unavailable(
                    "This waits for other large files to be made first: " + settings.atOnce()
                            + " are made at a time. Try again in a while.",
                    SOON);
        }
        return task.result();
    }

    /** Returns whether the task has begun at the last moment; if not, it is out of the queue. */
    private boolean begin(LargeFileTask<?> task) {
        return !threads.remove(task);
    }

    /** Returns how many tasks begin before this one. */
    int before(LargeFileTask<?> task) {
        List<Runnable> waiting = new ArrayList<>(threads.getQueue());
        return Math.max(0, waiting.indexOf(task));
    }

    /** Returns how many tasks run. */
    int atWork() {
        return threads.getActiveCount();
    }

    /** Returns how many tasks wait. */
    int inLine() {
        return threads.getQueue().size();
    }

    @Override
    public void destroy() {
        threads.shutdownNow().forEach(task -> ((LargeFileTask<?>) task).cancel(false));
    }
}
