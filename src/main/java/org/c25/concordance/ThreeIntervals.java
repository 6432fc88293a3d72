package org.c25.concordance;

import org.c25.agreement.Estimate;

/**
 * A coefficient with three intervals of 95 %, which answer three questions: what would other images have given, other
 * raters, and both. All three have the same value; an interval that nothing supports is missing.
 *
 * @param overImages the same raters, other images
 * @param overRaters the same images, other raters
 * @param overBoth other images and other raters: what holds of people and images in general
 */
public record ThreeIntervals(Estimate overImages, Estimate overRaters, Estimate overBoth) {

    /** Returns the value; NaN where it is undefined. */
    public double value() {
        return overImages.value();
    }

    public boolean isDefined() {
        return overImages.isDefined();
    }
}
