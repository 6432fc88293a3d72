package org.c25.concordance;

import java.util.List;

/**
 * How far raters agree on one part of a set: on one expression against the rest, on the images of one class, or among
 * one group of raters.
 *
 * @param name the expression, or the group, such as {@code fear}, {@code touch}
 * @param images the images of the part
 * @param participants the raters of the part: those with at least one answer
 * @param answers how many expressions were given in the part; of an expression, how often it was given
 * @param why why there are no figures, in words; empty if there are
 */
public record PartAgreement(
        String name, int images, int participants, int answers, String why, List<DetailedCoefficient> coefficients) {

    /** Whether there are figures. */
    public boolean isDefined() {
        return why.isEmpty();
    }
}
