package org.c25.trainer.learning;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;

/**
 * What a network learns from. Where that are labels, nothing of a crowd layer is kept: two that differ in that alone are the
 * same.
 *
 * @param crowd the layer of the expression ({@code false}) and of the scales ({@code true}); none where it learns from labels
 * @param warmUp the epochs before the crowd layer, on vote shares: without them a crowd layer can lose whole classes
 * @param crowdRate the size of a step of the crowd layer; 0 where there is none
 */
public record Source(LabelsAs labelsAs, Map<Boolean, CrowdKind> crowd, int warmUp, double crowdRate) {

    /** The epochs before the crowd layer where nobody says. */
    public static final int USUAL_WARM_UP = 5;

    /** The size of a step of the crowd layer where nobody says. */
    public static final double USUAL_CROWD_RATE = 1e-2;

    public Source {
        boolean fromCrowd = labelsAs == LabelsAs.CROWD;
        // In an order that is the same in each process: it goes into files.
        crowd = fromCrowd ? Collections.unmodifiableMap(new TreeMap<>(crowd)) : Map.of();
        warmUp = fromCrowd ? warmUp : 0;
        crowdRate = fromCrowd ? crowdRate : 0;
    }

    /** Returns each rater's own answers as what is learned from, in the usual way. */
    public static Source crowd(Map<Boolean, CrowdKind> layers) {
        return new Source(LabelsAs.CROWD, layers, USUAL_WARM_UP, USUAL_CROWD_RATE);
    }

    /** Returns labels as what is learned from. */
    public static Source labels(LabelsAs labelsAs) {
        return new Source(labelsAs, Map.of(), 0, 0);
    }

    /** Returns the same without the epochs on vote shares. */
    public Source cold() {
        return new Source(labelsAs, crowd, 0, crowdRate);
    }

    public boolean isCrowd() {
        return labelsAs == LabelsAs.CROWD;
    }

    /** Whether an epoch, from 0, looks at each rater's answers. */
    public boolean isCrowd(int epoch) {
        return isCrowd() && epoch >= warmUp;
    }

    /** Returns the layer of a dimension; only where the network learns from the crowd. */
    public CrowdKind layer(Dimension dimension) {
        return Objects.requireNonNull(crowd.get(dimension.isScale()));
    }
}
