package org.c25.ratermodels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.c25.affect.Dimension;
import org.c25.crowd.LabelModel;
import org.c25.ratings.Fingerprint;
import org.c25.ratings.RatingMatrix;
import org.c25.ratings.Repeats;
import org.c25.results.Results;
import org.c25.sets.SetView;
import org.springframework.stereotype.Service;

/**
 * Estimates the models of raters. That takes up to half a minute for a usual set, so one thread of each node does it,
 * beside whatever else is asked for. Who asks waits a moment, and else asks again. What was estimated is kept for as
 * long as the answers are the same.
 */
@Service
public class RaterModels {

    /** How long a request waits for an estimate before it says that it is still being made. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * The most answers that a set can have, images times slots, for models to be estimated: more would keep the one
     * thread for a quarter of an hour and longer.
     */
    public static final long MOST_ANSWERS = 500_000;

    private static final int KEPT = 40;
    private static final int WAITING = 10;
    private static final int KEPT_FOR_FILES = 4;

    private final RatingMatrix matrix;
    private final Repeats repeats;
    private final Cache<Results, ModelFits> ofResults =
            Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();
    private final Cache<Moment, ModelFits> ofMoments =
            Caffeine.newBuilder().softValues().maximumSize(KEPT_FOR_FILES).build();
    /** One thread; of more tasks than it holds the oldest goes, and is put in again if somebody still asks. */
    private final ThreadPoolExecutor beside = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            RaterModels::thread,
            new ThreadPoolExecutor.DiscardOldestPolicy());

    RaterModels(RatingMatrix matrix, Repeats repeats) {
        this.matrix = matrix;
        this.repeats = repeats;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "models of raters");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @PreDestroy
    void end() {
        beside.shutdownNow();
    }

    /** Whether the set is not too large for models of raters. */
    public static boolean areFor(SetView set) {
        return (long) set.items() * set.capacity() <= MOST_ANSWERS;
    }

    /** All the answers of a set at one moment. */
    private record Moment(long setId, Fingerprint fingerprint) {}

    /** Returns the models of all answers of a set, for its files. It needs a transaction that shows one moment. */
    public ModelFits ofAll(SetView set) {
        return ofMoments.get(
                new Moment(set.id(), matrix.fingerprint(set.id())),
                moment -> new ModelFits(matrix.ratings(set), image -> image, () -> repeats.of(set.id())));
    }

    /** Returns what a model says of the selected answers; empty while it is being estimated. */
    Optional<LabelFit> labels(Results results, LabelModel model) {
        return soon(results, fits -> fits.labelTask(model));
    }

    /** Returns what the ordinal model says of a scale; empty while it is being estimated. */
    Optional<ScaleFit> scale(Results results, Dimension scale) {
        return soon(results, fits -> fits.scaleTask(scale));
    }

    /** Returns how well all models of the expression foretell answers; empty while that is being worked out. */
    Optional<List<LabelCalibration>> calibrations(Results results) {
        return soon(results, ModelFits::calibrationTask);
    }

    private <T> Optional<T> soon(Results results, Function<ModelFits, FutureTask<T>> what) {
        long setId = results.set().id();
        int[] positions = new int[results.ratings().images()];
        for (int image = 0; image < positions.length; image++) {
            positions[image] = results.position(image);
        }
        FutureTask<T> task = what.apply(ofResults.get(
                results, any -> new ModelFits(results.ratings(), image -> positions[image], () -> repeats.of(setId))));
        if (!task.isDone() && !beside.getQueue().contains(task)) {
            beside.execute(task);
        }
        try {
            return Optional.of(task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the model was not estimated", ModelFits.cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
