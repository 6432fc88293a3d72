package org.c25.images;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.c25.common.Causes;
import org.c25.common.Problem;
import org.springframework.stereotype.Component;

/**
 * The share of Java's memory that pictures may take while they are decoded. Everything that decodes a picture asks here
 * first. At most two pictures are decoded at a time, and one alone if it needs more than half of the budget. A picture
 * that does not fit now waits a moment; then its sender is told to come back, for nothing is wrong with it.
 */
@Component
public class DecodingBudget {

    /**
     * The budget is one part in so many of the heap. The rest is for everything else that the server does at the same
     * time.
     */
    private static final int SHARE_OF_HEAP = 3;

    private static final int UNIT = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final long bytes;
    private final int units;
    private final Semaphore free;
    private final Duration patience;

    DecodingBudget() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, PATIENCE);
    }

    /**
     * Makes a budget.
     *
     * @param bytes the size of the budget
     * @param patience how long a picture waits for others
     */
    DecodingBudget(long bytes, Duration patience) {
        this.bytes = bytes;
        this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(2, bytes / UNIT));
        this.free = new Semaphore(units, true);
        this.patience = patience;
    }

    /** The work that decodes a picture, within the budget. */
    @FunctionalInterface
    interface Decoding<T> {

        T run() throws IOException, UnfitImageException;
    }

    /**
     * Decodes a picture as soon as there is memory for it.
     *
     * @param needed an estimate of the bytes that it takes
     * @throws UnfitImageException if it takes more than there is for all pictures together
     * @throws Problem 503 if it had to wait for too long, or if memory ran out all the same
     */
    <T> T within(long needed, Decoding<T> decoding) throws IOException, UnfitImageException {
        if (needed > bytes) {
            throw new UnfitImageException("takes " + megabytes(needed) + " MB of memory to read, and this server has "
                    + megabytes(bytes) + " MB for it; send it smaller, or start C25 with more memory (-Xmx)");
        }
        // A picture takes half of the budget at least, so that never more than two are decoded at once.
        int taken = (int) Math.min(units, Math.max(units / 2, (needed + UNIT - 1) / UNIT));
        take(taken);
        try {
            return decoding.run();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (Causes.isShortOfMemory(e)) {
                throw busy();
            }
            throw e;
        } finally {
            free.release(taken);
        }
    }

    private void take(int taken) {
        try {
            if (!free.tryAcquire(taken, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    static Problem busy() {
        return Problem.unavailable(
                "The server is short of memory for images at the moment. Nothing was stored; try again.", COME_BACK);
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
