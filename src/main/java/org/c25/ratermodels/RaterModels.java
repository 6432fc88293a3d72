package org.c25.ratermodels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.common.Numbers;
import org.c25.crowd.LabelModel;
import org.c25.ratings.Fingerprint;
import org.c25.ratings.RatingMatrix;
import org.c25.ratings.Ratings;
import org.c25.ratings.Repeats;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.sets.SetView;
import org.springframework.stereotype.Service;

/**
 * Estimates the models of raters. That takes up to half a minute for a usual set, so one thread of each node does it,
 * beside whatever else is asked for, and of each set one thing at a time. Who asks waits a moment, and else asks again.
 * What was estimated is kept. While a set is being answered it is soon of fewer answers than there are: then it is shown
 * with how many have come since, and estimated anew.
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

    /** Why there are no models where fewer than two people have answered: of one nobody can tell how right they are. */
    static final String TOO_FEW = "Fewer than two people have answered. Once more have, models say whom to rely on.";

    /** Why there are none where everybody has answered other images: there is nobody to hold anybody against. */
    static final String NONE_SHARED = "No image has answers of two people. Once some have, models say whom to rely on.";

    private static final int FEWEST = 2;
    private static final int KEPT = 100;
    private static final int WAITING = 10;
    private static final int KEPT_FOR_FILES = 4;

    private final RatingMatrix matrix;
    private final Repeats repeats;
    private final Cache<Wanted, LastFit<?>> finished =
            Caffeine.newBuilder().softValues().maximumSize(KEPT).build();
    private final Cache<Moment, ModelFits> ofMoments =
            Caffeine.newBuilder().softValues().maximumSize(KEPT_FOR_FILES).build();
    /** The last task of each set. A set has one at a time, however many answers come meanwhile. */
    private final Map<Long, FutureTask<LastFit<?>>> tasks = new ConcurrentHashMap<>();
    /** One thread; what it has no room for is not taken, and is put in if somebody still asks. */
    private final ThreadPoolExecutor beside =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), RaterModels::thread);

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
        return (long) set.items() * set.capacity() <= MOST_ANSWERS && RatingMatrix.isByPerson(set);
    }

    /** Returns why there are no models of some answers, in words for pages and programs; empty if there are. */
    static Optional<String> whyNone(Results results) {
        if (!areFor(results.set())) {
            return Optional.of("The set is too large for models of raters: images times slots are more than "
                    + Numbers.whole(MOST_ANSWERS) + ".");
        }
        if (results.raters().size() < FEWEST) {
            return Optional.of(TOO_FEW);
        }
        return isShared(results.ratings()) ? Optional.empty() : Optional.of(NONE_SHARED);
    }

    private static boolean isShared(Ratings ratings) {
        return Arrays.stream(Dimension.values())
                .anyMatch(dimension -> IntStream.range(0, ratings.images())
                        .anyMatch(image -> IntStream.range(0, ratings.slots())
                                        .filter(slot -> ratings.get(dimension, image, slot) != Ratings.NONE)
                                        .limit(FEWEST)
                                        .count()
                                == FEWEST));
    }

    /** All the answers of a set at one moment. */
    private record Moment(long setId, Fingerprint fingerprint) {}

    /** Returns the models of all answers of a set, for its files. It needs a transaction that shows one moment. */
    public ModelFits ofAll(SetView set) {
        return ofMoments.get(
                new Moment(set.id(), matrix.fingerprint(set.id())),
                moment -> new ModelFits(matrix.ratings(set), image -> image, () -> repeats.of(set.id())));
    }

    /** What can be asked for: figures of some answers of a set. */
    private record Wanted(long setId, Selection selection, String what) {}

    /** Returns what a model says of the selected answers; empty while it is being estimated for the first time. */
    Optional<LastFit<LabelFit>> labels(Results results, LabelModel model) {
        return soon(results, model.key(), fits -> fits.labels(model));
    }

    /** Returns what the ordinal model says of a scale; empty while it is being estimated for the first time. */
    Optional<LastFit<ScaleFit>> scale(Results results, Dimension scale) {
        return soon(results, scale.field(), fits -> fits.scale(scale));
    }

    /** Returns how well all models of the expression foretell answers; empty while that is first being worked out. */
    Optional<LastFit<List<LabelCalibration>>> calibrations(Results results) {
        return soon(results, ModelFits.CALIBRATION, ModelFits::calibrations);
    }

    /** Returns the figures of these answers if they are there in a moment, else the last ones, however old these are. */
    @SuppressWarnings("unchecked") // A name stands for one kind of figures.
    private <T> Optional<LastFit<T>> soon(Results results, String what, Function<ModelFits, T> how) {
        Wanted wanted = new Wanted(results.set().id(), results.selection(), what);
        LastFit<?> last = finished.getIfPresent(wanted);
        if (last == null || !last.isOf(results)) {
            await(order(wanted, results, how));
            last = finished.getIfPresent(wanted);
        }
        return last == null || !last.isPartOf(results) ? Optional.empty() : Optional.of((LastFit<T>) last);
    }

    /** Returns the set's one task: the one that is not done yet, whatever it is for, or else a new one. */
    private FutureTask<LastFit<?>> order(Wanted wanted, Results results, Function<ModelFits, ?> how) {
        return tasks.compute(wanted.setId(), (setId, before) -> {
            if (before != null && !before.isDone()) {
                return before;
            }
            FutureTask<LastFit<?>> task = new FutureTask<>(() -> {
                ModelFits fits = new ModelFits(results.ratings(), results::position, () -> repeats.of(setId));
                LastFit<?> fit = new LastFit<>(results, how.apply(fits));
                finished.put(wanted, fit);
                return fit;
            });
            try {
                beside.execute(task);
            } catch (RejectedExecutionException e) {
                task.cancel(false);
            }
            return task;
        });
    }

    private static void await(FutureTask<?> task) {
        try {
            task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            // Who asked asks again.
        } catch (ExecutionException e) {
            throw new IllegalStateException("the model was not estimated", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
