package org.c25.trainer.predict;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says how far a run is, and hears when somebody stops it (Ctrl-C). */
final class Progress implements AutoCloseable {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);
    private static final long PATIENCE_SECONDS = 30;

    private final PrintStream out;
    private final long start = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean stopped;
    private long last = start - PAUSE;

    Progress(PrintStream out) {
        this.out = out;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Tells of so many images done, at most every other second, and when all are. */
    void tell(int done, int all) {
        long now = System.nanoTime();
        if (done == all || now - last >= PAUSE) {
            last = now;
            double left = (now - start) / 1e9 / done * (all - done);
            out.printf(Locale.ROOT, "%d of %d images%s%n", done, all, done == all ? "" : ", " + time(left) + " left");
        }
    }

    private static String time(double seconds) {
        return seconds < 90
                ? Math.round(seconds) + " s"
                : String.format(Locale.ROOT, "%.1f min", seconds / TimeUnit.MINUTES.toSeconds(1));
    }

    boolean isStopped() {
        return stopped;
    }

    /** The machine waits for this before it ends, so that no library is torn down while it computes. */
    private void stop() {
        stopped = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                out.println("Stopped in the middle of a batch.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended, whether it was stopped or not. */
    @Override
    public void close() {
        ended.countDown();
        if (!stopped) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The machine ends just now.
                stopped = true;
            }
        }
    }
}
