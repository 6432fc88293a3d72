package org.c25.reliability;

import org.c25.agreement.Estimate;
import org.c25.agreement.IntraclassCorrelation;
import org.c25.agreement.MeanSquares;

/** What is to be expected of valence or of arousal with these components of variance, in squares of the scale's unit. */
public record ScaleOutlook(Components components) implements Outlook {

    /** The quantile 97.5 % of the normal distribution. */
    private static final double Z = 1.959963984540054;

    @Override
    public double reliability(int raters) {
        return components.absolute(raters, 1);
    }

    @Override
    public double reliabilityTwice(int raters) {
        return components.error() > 0 ? components.absolute(raters, 2) : Double.NaN;
    }

    @Override
    public double order(int raters) {
        return components.relative(raters, 1);
    }

    @Override
    public double precision(int raters) {
        return Z * Math.sqrt(components.absoluteError(raters, 1));
    }

    /** Half of the interval that mean squares as they are to be expected would have. */
    @Override
    public double margin(int images, int raters) {
        if (images < 2 || raters < 2) {
            return Double.NaN;
        }
        Estimate one = IntraclassCorrelation.of(MeanSquares.expected(
                        images, raters, components.image(), components.rater(), components.residual()))
                .icc21();
        return (one.high() - one.low()) / 2;
    }
}
