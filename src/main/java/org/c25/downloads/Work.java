package org.c25.downloads;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A piece of work in the {@link WorkLine}. */
final class Work<T> extends FutureTask<T> {

    private final CountDownLatch begun = new CountDownLatch(1);

    Work(Callable<T> deed) {
        super(deed);
    }

    @Override
    public void run() {
        begun.countDown();
        super.run();
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    boolean hasBegunWithin(Duration patience) {
        try {
            return begun.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    boolean isDoneWithin(Duration patience) {
        try {
            get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Waits for the end of the work and returns its result. If the work has thrown an exception, this method throws it.
     */
    T result() {
        try {
            return get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
