package org.c25.protocol;

import java.util.List;
import org.c25.affect.Dimension;

/**
 * The layout of the controls for one participant, for all of their trials.
 *
 * @param dimensions all three dimensions, in the order in which this participant sees them
 * @param descending whether the scales run from 9 to 1
 * @param inOrder whether a control can be touched only when those above it have an answer
 * @param minimumViewingMillis how long a face is seen before an answer is taken
 */
public record ControlLayout(List<Dimension> dimensions, boolean descending, boolean inOrder, int minimumViewingMillis) {

    /** The layout of AffectNetC25. */
    public static final ControlLayout C25 = new ControlLayout(List.of(Dimension.values()), false, false, 0);
}
