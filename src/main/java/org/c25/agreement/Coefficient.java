package org.c25.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.c25.affect.Dimension;

/**
 * A figure that says how far participants agree, with its interval of 95 % and its basis. Definitions are in
 * docs/statistics.md.
 *
 * @param key the name in files and for programs, such as {@code krippendorffAlphaInterval}
 * @param title the name on pages and in figures
 * @param estimate the value; it has no interval below {@value Basis#FEWEST} images
 * @param interval the method by which the interval was made; empty where there is none
 * @param headline whether it is what a paper gives first: α, and ICC(2,k)
 */
public record Coefficient(
        Dimension dimension,
        String key,
        String title,
        Estimate estimate,
        String interval,
        Basis basis,
        boolean headline) {

    private static final String T = "t, n − 1";
    private static final String F = "F";

    public Coefficient {
        estimate = estimate.restingOn(basis.images());
        interval = estimate.hasInterval() ? interval : "";
    }

    /** Returns all coefficients, in the order of the contract. Those that have no interval by a formula have none. */
    public static List<Coefficient> of(AgreementStatistics statistics) {
        return of(statistics, Bootstrap.none(statistics));
    }

    /** Returns all coefficients with their intervals, in the order of the contract. */
    public static List<Coefficient> of(AgreementStatistics statistics, Bootstrap drawn) {
        String draws = "bootstrap over images, " + drawn.draws() + " draws, seed " + drawn.seed();
        List<Coefficient> all = new ArrayList<>(expression(statistics.expression(), drawn.expression(), draws));
        all.addAll(scale(Dimension.VALENCE, statistics.valence(), drawn.valence(), draws));
        all.addAll(scale(Dimension.AROUSAL, statistics.arousal(), drawn.arousal(), draws));
        return all;
    }

    private static List<Coefficient> expression(
            ExpressionAgreement figures, Bootstrap.Expressions drawn, String draws) {
        Family shared = new Family(Dimension.EXPRESSION, figures.shared());
        Family pairs = new Family(Dimension.EXPRESSION, figures.pairs());
        return List.of(
                shared.one("percentAgreement", "Percent agreement", figures.percentAgreement(), T),
                shared.one("fleissKappa", "Fleiss' κ", figures.fleissKappa(), T),
                shared.headline("krippendorffAlpha", "Krippendorff's α, nominal", drawn.krippendorffAlpha(), draws),
                shared.one("gwetAc1", "Gwet's AC1", figures.gwetAc1(), T),
                pairs.one("meanCohenKappa", "Mean pairwise Cohen's κ", drawn.cohenKappa(), draws));
    }

    private static List<Coefficient> scale(Dimension of, ScaleAgreement figures, Bootstrap.Scale drawn, String draws) {
        Family shared = new Family(of, figures.shared());
        Family complete = new Family(of, figures.complete());
        Family oneWay = new Family(of, figures.oneWay());
        IntraclassCorrelation icc = figures.icc();
        Estimate interval = drawn.krippendorffAlphaInterval();
        Estimate ordinal = drawn.krippendorffAlphaOrdinal();
        Estimate nominal = drawn.krippendorffAlphaNominal();
        return List.of(
                shared.headline("krippendorffAlphaInterval", "Krippendorff's α, interval", interval, draws),
                shared.one("krippendorffAlphaOrdinal", "Krippendorff's α, ordinal", ordinal, draws),
                shared.one("krippendorffAlphaNominal", "Krippendorff's α, nominal", nominal, draws),
                shared.one("gwetAc2Ordinal", "Gwet's AC2, ordinal", figures.gwetAc2Ordinal(), T),
                shared.one("gwetAc2Quadratic", "Gwet's AC2, quadratic", figures.gwetAc2Quadratic(), T),
                oneWay.one("icc11", "ICC(1,1)", icc.icc11(), F),
                oneWay.one("icc1k", "ICC(1,k)", icc.icc1k(), F),
                complete.one("icc21", "ICC(2,1)", icc.icc21(), F),
                complete.headline("icc2k", "ICC(2,k)", icc.icc2k(), F),
                complete.one("icc31", "ICC(3,1)", icc.icc31(), F),
                complete.one("icc3k", "ICC(3,k)", icc.icc3k(), F),
                new Family(of, figures.pairs()).one("meanCcc", "Mean pairwise CCC", drawn.ccc(), draws),
                new Family(of, figures.pearsonPairs())
                        .one("meanPearson", "Mean pairwise Pearson", drawn.pearson(), draws));
    }

    /** Makes the coefficients of one dimension that have the same basis. */
    private record Family(Dimension dimension, Basis basis) {

        Coefficient one(String key, String title, Estimate estimate, String interval) {
            return new Coefficient(dimension, key, title, estimate, interval, basis, false);
        }

        Coefficient headline(String key, String title, Estimate estimate, String interval) {
            return new Coefficient(dimension, key, title, estimate, interval, basis, true);
        }
    }

    /** Returns the value; NaN where it is undefined. */
    public double value() {
        return estimate.value();
    }

    /** Returns why it has no value, in words; empty where it has one. */
    public Optional<String> whyUndefined() {
        return estimate.isDefined()
                ? Optional.empty()
                : Optional.of(basis.whyUndefined().words());
    }

    /** Returns what readers should mind about the value; empty where there is nothing to mind, or no value. */
    public Optional<String> warning() {
        return estimate.isDefined() ? basis.warning() : Optional.empty();
    }
}
