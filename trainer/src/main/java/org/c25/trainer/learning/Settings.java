package org.c25.trainer.learning;

import java.util.Objects;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.pictures.Preprocessing;

/**
 * How one network learns.
 *
 * @param preprocessing what becomes of a picture before the network sees it
 * @param seed draws the first weights, the order of the images and their mirroring
 * @param threads how many threads compute; another number gives other last digits
 */
public record Settings(
        Target target,
        Source source,
        Architecture architecture,
        Preprocessing preprocessing,
        Steps steps,
        long seed,
        int threads) {

    /** Returns the name of files and folders, such as {@code crowd-mw-seed1}. */
    public String name() {
        return method() + "-seed" + seed;
    }

    /** Returns what the network learns from, such as {@code mv} or {@code crowd-mw}. */
    public String method() {
        if (!source.isCrowd()) {
            return source.labelsAs().key();
        }
        StringBuilder method = new StringBuilder("crowd");
        for (boolean scale : new boolean[] {false, true}) {
            if (scale ? target.hasScale() : target.hasExpression()) {
                method.append('-')
                        .append(Objects.requireNonNull(source.crowd().get(scale))
                                .key());
            }
        }
        return method + (source.warmUp() == 0 ? "-cold" : "");
    }

    /** Returns what a person reads, such as {@code crowd layer (mw), 5 epochs warm}. */
    public String title() {
        int warmUp = source.warmUp();
        return !source.isCrowd()
                ? source.labelsAs().title()
                : method().replaceFirst("crowd-", "crowd layer ").replace("-cold", "")
                        + (warmUp == 0
                                ? ", without warm-up"
                                : ", " + warmUp + (warmUp == 1 ? " epoch" : " epochs") + " on vote shares first");
    }

    public Settings withSeed(long other) {
        return new Settings(target, source, architecture, preprocessing, steps, other, threads);
    }

    public Settings from(Source other) {
        return new Settings(target, other, architecture, preprocessing, steps, seed, threads);
    }
}
