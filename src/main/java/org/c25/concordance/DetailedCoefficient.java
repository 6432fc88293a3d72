package org.c25.concordance;

import java.util.Optional;
import org.c25.affect.Dimension;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;

/** A coefficient of one dimension with its three intervals and its basis. */
public final class DetailedCoefficient {

    /** The fewest raters for an interval over raters: without one of them, two are left. */
    static final int FEWEST_RATERS = 3;

    private final Dimension dimension;
    private final String key;
    private final String title;
    private final Basis basis;
    private final Replicates replicates;
    private final ThreeIntervals intervals;

    private DetailedCoefficient(
            Dimension dimension,
            String key,
            String title,
            Basis basis,
            Replicates replicates,
            ThreeIntervals intervals) {
        this.dimension = dimension;
        this.key = key;
        this.title = title;
        this.basis = basis;
        this.replicates = replicates;
        this.intervals = intervals;
    }

    /** @param known the estimate by a formula */
    static DetailedCoefficient of(
            Dimension dimension, Measure measure, Basis basis, Replicates replicates, Estimate known) {
        ThreeIntervals intervals = replicates.intervals(measure.least(), 1, known, basis.images());
        return new DetailedCoefficient(
                dimension, measure.key(), measure.title(), basis, replicates, restingOn(basis, intervals));
    }

    private static ThreeIntervals restingOn(Basis basis, ThreeIntervals all) {
        boolean enough = basis.participants() >= FEWEST_RATERS;
        Estimate alone = Estimate.of(all.value());
        return new ThreeIntervals(
                all.overImages().restingOn(basis.images()),
                enough ? all.overRaters().restingOn(basis.images()) : alone,
                enough ? all.overBoth().restingOn(basis.images()) : alone);
    }

    /** Returns how much greater the coefficient is than that of other raters who rated the same images. */
    DetailedCoefficient minus(DetailedCoefficient other) {
        Basis both = new Basis(
                basis.kind(),
                Math.min(basis.images(), other.basis.images()),
                basis.participants() + other.basis.participants(),
                0);
        Replicates difference = replicates.minus(other.replicates);
        ThreeIntervals all = difference.intervals(
                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Estimate.of(difference.value()), both.images());
        boolean enough = basis.participants() >= FEWEST_RATERS && other.basis.participants() >= FEWEST_RATERS;
        Estimate alone = Estimate.of(all.value());
        return new DetailedCoefficient(
                dimension,
                key,
                title,
                both,
                difference,
                restingOn(
                        both,
                        new ThreeIntervals(
                                all.overImages(), enough ? all.overRaters() : alone, enough ? all.overBoth() : alone)));
    }

    public Dimension dimension() {
        return dimension;
    }

    /** Returns the name in files and for programs, such as {@code congerKappa}. */
    public String key() {
        return key;
    }

    /** Returns the name on pages. */
    public String title() {
        return title;
    }

    /** Returns what it rests on; of a difference, the fewer images of the two and the raters of both. */
    public Basis basis() {
        return basis;
    }

    public ThreeIntervals intervals() {
        return intervals;
    }

    public double value() {
        return intervals.value();
    }

    /** Returns why it has no value, in words; empty where it has one. */
    public Optional<String> whyUndefined() {
        return intervals.isDefined()
                ? Optional.empty()
                : Optional.of(basis.whyUndefined().words());
    }

    /** Returns what readers should mind: why an interval is missing; empty where all are there. */
    public Optional<String> warning() {
        if (!intervals.isDefined()) {
            return Optional.empty();
        }
        if (basis.participants() < FEWEST_RATERS) {
            return Optional.of("an interval over raters takes three participants");
        }
        if (basis.images() >= Basis.FEWEST && !intervals.overBoth().hasInterval()) {
            return Optional.of("undefined without one of the images or participants, so an interval is missing");
        }
        return basis.warning();
    }
}
