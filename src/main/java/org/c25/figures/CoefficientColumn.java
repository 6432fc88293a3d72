package org.c25.figures;

import java.util.List;
import org.c25.agreement.Basis;
import org.c25.agreement.Coefficient;
import org.c25.agreement.Estimate;
import org.c25.common.Numbers;
import org.c25.sets.SetView;

/** One set's coefficients, and their words on pages and in figures. */
public record CoefficientColumn(SelectedSet view, List<Coefficient> coefficients) {

    public static CoefficientColumn of(SelectedSet view) {
        return new CoefficientColumn(
                view, Coefficient.of(view.results().statistics(), view.results().bootstrap()));
    }

    public SetView set() {
        return view.set();
    }

    /** Returns the value, such as {@code 0.413}; – if it is undefined. */
    public String words(Coefficient one) {
        return Numbers.coefficient(one.value());
    }

    /**
     * Returns the interval, such as {@code 0.381 to 0.445}; why there is no value, if there is none; – if there is no
     * interval.
     */
    public String range(Coefficient one) {
        Estimate estimate = one.estimate();
        return one.whyUndefined()
                .orElse(
                        estimate.hasInterval()
                                ? Numbers.coefficient(estimate.low()) + " to " + Numbers.coefficient(estimate.high())
                                : "–");
    }

    /** Whether any value rests on few images. */
    public boolean hasWarnings() {
        return coefficients.stream().anyMatch(one -> one.warning().isPresent());
    }

    /**
     * Whether the images that everybody answered are so few that ICC is rough, while the set has others. Then it helps
     * to look at only those participants who answered every image.
     */
    public boolean lacksCompleteImages() {
        return !view.selection().completeOnly()
                && set().portions() == null
                && coefficients.stream()
                        .map(Coefficient::basis)
                        .anyMatch(basis -> basis.kind() == Basis.Kind.COMPLETE
                                && basis.participants() > 1
                                && basis.isSmall()
                                && basis.images() < view.results().ratings().images());
    }

    /** Adds one row per coefficient, with what is needed to cite it. */
    void tell(FigureTable table) {
        for (Coefficient one : coefficients) {
            table.row(
                    set().number(),
                    one.basis().participants(),
                    one.basis().images(),
                    one.dimension().field(),
                    one.key(),
                    one.value(),
                    one.estimate().standardError(),
                    one.estimate().low(),
                    one.estimate().high(),
                    one.interval(),
                    one.basis().isOfPairs() ? one.basis().pairs() : null,
                    one.whyUndefined().orElse(null),
                    one.warning().orElse(null));
        }
    }
}
