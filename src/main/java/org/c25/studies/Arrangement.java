package org.c25.studies;

import java.util.List;
import org.c25.affect.Dimension;

/**
 * How the controls stand before one participant, for all of their trials.
 *
 * @param dimensions all three, in the order of this participant
 * @param descending whether the scales run from 9 to 1
 */
public record Arrangement(List<Dimension> dimensions, boolean descending) {

    /** As in AffectNetC25. */
    public static final Arrangement C25 = new Arrangement(List.of(Dimension.values()), false);
}
