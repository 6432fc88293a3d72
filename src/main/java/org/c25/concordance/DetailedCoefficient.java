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
    private final int fewestRaters;
    private final Replicates replicates;
    private final ThreeIntervals intervals;

    /** @param fewestRaters the raters; of a difference, those of the smaller group */
    private DetailedCoefficient(
            Dimension dimension,
            String key,
            String title,
            Basis basis,
            int fewestRaters,
            Replicates replicates,
            ThreeIntervals all) {
        this.dimension = dimension;
        this.key = key;
        this.title = title;
        this.basis = basis;
        this.fewestRaters = fewestRaters;
        this.replicates = replicates;
        boolean enough = fewestRaters >= FEWEST_RATERS;
        Estimate alone = Estimate.of(all.value());
        this.intervals = new ThreeIntervals(
                all.overImages().restingOn(basis.images()),
                enough ? all.overRaters().restingOn(basis.images()) : alone,
                enough ? all.overBoth().restingOn(basis.images()) : alone);
    }

    /** @param known the estimate by a formula */
    static DetailedCoefficient of(
            Dimension dimension, Measure measure, Basis basis, Replicates replicates, Estimate known) {
        return new DetailedCoefficient(
                dimension,
                measure.key(),
                measure.title(),
                basis,
                basis.participants(),
                replicates,
                replicates.intervals(measure.least(), 1, known, basis.images()));
    }

    /** Returns how much greater the coefficient is than that of other raters who rated the same images. */
    DetailedCoefficient minus(DetailedCoefficient other) {
        Basis both = new Basis(
                basis.kind(),
                Math.min(basis.images(), other.basis.images()),
                basis.participants() + other.basis.participants(),
                0);
        Replicates difference = replicates.minus(other.replicates);
        Estimate alone = Estimate.of(difference.value());
        return new DetailedCoefficient(
                dimension,
                key,
                title,
                both,
                Math.min(fewestRaters, other.fewestRaters),
                difference,
                difference.intervals(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, alone, both.images()));
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
        if (fewestRaters < FEWEST_RATERS) {
            return Optional.of("an interval over raters takes three participants, of a difference in each group");
        }
        if (basis.images() >= Basis.FEWEST && !intervals.overBoth().hasInterval()) {
            return Optional.of("undefined without one of the images or participants, so an interval is missing");
        }
        return basis.warning();
    }
}
