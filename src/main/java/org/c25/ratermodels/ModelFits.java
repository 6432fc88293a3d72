package org.c25.ratermodels;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.crowd.LabelModel;
import org.c25.ratings.Ratings;
import org.c25.ratings.Repeat;

/** All models of some answers. Each is estimated once, when it is first asked for, and then kept. */
public final class ModelFits {

    static final String CALIBRATION = "calibration";

    private final Ratings ratings;
    private final IntUnaryOperator positions;
    private final Supplier<List<Repeat>> repeats;
    private final Map<String, FutureTask<?>> tasks = new ConcurrentHashMap<>();

    /**
     * @param positions the position in the set of each image of the ratings
     * @param repeats the repeats of the whole set, read when they are needed
     */
    ModelFits(Ratings ratings, IntUnaryOperator positions, Supplier<List<Repeat>> repeats) {
        this.ratings = ratings;
        this.positions = positions;
        this.repeats = repeats;
    }

    public LabelFit labels(LabelModel model) {
        return get(model.key(), () -> LabelFit.of(model, ratings));
    }

    /** @param scale valence or arousal */
    public ScaleFit scale(Dimension scale) {
        return get(scale.field(), () -> ScaleFit.of(scale, ratings));
    }

    public List<LabelCalibration> calibrations() {
        return get(CALIBRATION, () -> LabelCalibration.of(ratings, repeats.get(), images()));
    }

    private int[] images() {
        int[] images = new int
                [1 + IntStream.range(0, ratings.images()).map(positions).max().orElse(-1)];
        Arrays.fill(images, -1);
        for (int image = 0; image < ratings.images(); image++) {
            images[positions.applyAsInt(image)] = image;
        }
        return images;
    }

    /** Estimates here and now, unless another thread does so already. */
    @SuppressWarnings("unchecked") // A name stands for one kind of figures.
    private <T> T get(String name, Callable<T> how) {
        FutureTask<T> task = (FutureTask<T>) tasks.computeIfAbsent(name, any -> new FutureTask<>(how));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the model was not estimated", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a model was estimated", e);
        }
    }
}
