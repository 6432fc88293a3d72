package org.c25.trainer.learning;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.pictures.Preprocessing;

/**
 * How one network learns. Where it learns from labels, nothing of a crowd layer is kept: two that differ in that alone are the
 * same.
 *
 * @param crowd the layer of the expression ({@code false}) and of the scales ({@code true}); none where it learns from labels
 * @param warmUp the epochs before the crowd layer, on vote shares: without them a crowd layer can lose whole classes
 * @param epochs all epochs, the warm-up among them
 * @param batch how many images a step looks at
 * @param rate the size of a step (Adam)
 * @param crowdRate the size of a step of the crowd layer; 0 where there is none
 * @param preprocessing what becomes of a picture before the network sees it
 * @param seed draws the first weights, the order of the images and their mirroring
 * @param threads how many threads compute; another number gives other last digits
 */
public record Settings(
        Target target,
        LabelsAs labelsAs,
        Map<Boolean, CrowdKind> crowd,
        Architecture architecture,
        int warmUp,
        int epochs,
        int batch,
        double rate,
        double crowdRate,
        Preprocessing preprocessing,
        long seed,
        int threads) {

    public Settings {
        boolean fromCrowd = labelsAs == LabelsAs.CROWD;
        // In an order that is the same in each process: it goes into files.
        crowd = fromCrowd ? Collections.unmodifiableMap(new TreeMap<>(crowd)) : Map.of();
        warmUp = fromCrowd ? warmUp : 0;
        crowdRate = fromCrowd ? crowdRate : 0;
    }

    /** Returns the layer of a dimension; only where the network learns from the crowd. */
    public CrowdKind crowd(Dimension dimension) {
        return Objects.requireNonNull(crowd.get(dimension.isScale()));
    }

    /** Whether an epoch, from 0, looks at each rater's answers. */
    public boolean isCrowd(int epoch) {
        return labelsAs == LabelsAs.CROWD && epoch >= warmUp;
    }

    /** Returns the name of files and folders, such as {@code crowd-mw-seed1}. */
    public String name() {
        return method() + "-seed" + seed;
    }

    /** Returns what the network learns from, such as {@code mv} or {@code crowd-mw}. */
    public String method() {
        if (labelsAs != LabelsAs.CROWD) {
            return labelsAs.key();
        }
        StringBuilder method = new StringBuilder("crowd");
        for (boolean scale : new boolean[] {false, true}) {
            if (scale ? target.hasScale() : target.hasExpression()) {
                method.append('-')
                        .append(Objects.requireNonNull(crowd.get(scale)).key());
            }
        }
        return method + (warmUp == 0 ? "-cold" : "");
    }

    /** Returns what a person reads, such as {@code crowd layer (mw), 5 epochs warm}. */
    public String title() {
        return labelsAs != LabelsAs.CROWD
                ? labelsAs.title()
                : method().replaceFirst("crowd-", "crowd layer ").replace("-cold", "")
                        + (warmUp == 0
                                ? ", without warm-up"
                                : ", " + warmUp + (warmUp == 1 ? " epoch" : " epochs") + " on vote shares first");
    }

    public Settings withSeed(long other) {
        return new Settings(
                target,
                labelsAs,
                crowd,
                architecture,
                warmUp,
                epochs,
                batch,
                rate,
                crowdRate,
                preprocessing,
                other,
                threads);
    }

    public Settings withCrowd(Map<Boolean, CrowdKind> other) {
        return new Settings(
                target,
                labelsAs,
                other,
                architecture,
                warmUp,
                epochs,
                batch,
                rate,
                crowdRate,
                preprocessing,
                seed,
                threads);
    }

    public Settings withWarmUp(int other) {
        return new Settings(
                target,
                labelsAs,
                crowd,
                architecture,
                other,
                epochs,
                batch,
                rate,
                crowdRate,
                preprocessing,
                seed,
                threads);
    }

    public Settings withLabels(LabelsAs other) {
        return new Settings(
                target,
                other,
                crowd,
                architecture,
                warmUp,
                epochs,
                batch,
                rate,
                crowdRate,
                preprocessing,
                seed,
                threads);
    }
}
