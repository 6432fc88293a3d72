package org.c25.trainer.train;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.c25.trainer.learning.EpochListener;
import org.c25.trainer.learning.Settings;

/**
 * Tells how far the training is and how long it will take, and hears of Ctrl-C: the thread that trains is interrupted, and
 * the program ends once that has noticed.
 */
final class Watch implements EpochListener, AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final Thread hook;
    private final CountDownLatch ended = new CountDownLatch(1);
    private long start;
    private int expected;
    private int passed;
    private int trained;
    private volatile boolean done;

    Watch(PrintStream out) {
        this.out = out;
        Thread trains = Thread.currentThread();
        this.hook = new Thread(() -> {
            out.println("Stopping after this step.");
            trains.interrupt();
            await();
            // Both are said here: the program may be gone before the thread that trains could say it.
            out.println(done ? "All was done." : "Stopped. The same command goes on after the last whole epoch.");
            out.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** So many epochs are to come in all. */
    void expects(int epochs) {
        expected = epochs;
        start = System.nanoTime();
    }

    /** A run begins, or goes on after so many epochs. */
    void starts(Settings settings, int before) {
        passed += before;
        out.println(settings.name() + ": " + settings.title() + (before == 0 ? "" : ", goes on after epoch " + before));
    }

    @Override
    public void epoch(Settings settings, int epoch, double loss) {
        passed++;
        trained++;
        out.printf(
                Locale.ROOT,
                "%s: epoch %d of %d, loss %.4f%s%n",
                settings.name(),
                epoch,
                settings.steps().epochs(),
                loss,
                expected > passed ? ", " + left() + " left in all" : "");
    }

    /** All is learned and written. */
    void isDone() {
        done = true;
    }

    /** A run was done before. */
    void wasDone(Settings settings) {
        passed += settings.steps().epochs();
    }

    private String left() {
        double seconds = (System.nanoTime() - start) / NANOS / trained * (expected - passed);
        return seconds < 90
                ? Math.round(seconds) + " s"
                : String.format(Locale.ROOT, "%.0f min", seconds / TimeUnit.MINUTES.toSeconds(1));
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program ends just now, by Ctrl-C.
            return;
        }
    }
}
