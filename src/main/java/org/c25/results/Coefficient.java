package org.c25.results;

import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.Bootstrap;
import org.c25.agreement.Estimate;
import org.c25.agreement.ExpressionAgreement;
import org.c25.agreement.IntraclassCorrelation;
import org.c25.agreement.ScaleAgreement;

/**
 * A figure that says how far participants agree, with its interval of 95 %. Definitions are in docs/statistics.md.
 *
 * @param key as files and programs have it: {@code krippendorffAlphaInterval}
 * @param title as pages and pictures have it
 * @param value NaN where it is undefined
 * @param interval where low and high come from; empty where there is none
 * @param headline whether it is among the few that a paper gives first
 */
public record Coefficient(
        Dimension dimension,
        String key,
        String title,
        double value,
        double standardError,
        double low,
        double high,
        String interval,
        boolean headline) {

    private static final String T = "t, N − 1";
    private static final String F = "F";

    /** All of them, in the order of the contract. */
    static List<Coefficient> of(AgreementStatistics statistics, Bootstrap drawn) {
        String draws = "bootstrap over images, " + drawn.draws() + " draws, seed " + drawn.seed();
        List<Coefficient> all = new ArrayList<>(expression(statistics.expression(), drawn.expression(), draws));
        all.addAll(scale(Dimension.VALENCE, statistics.valence(), drawn.valence(), draws));
        all.addAll(scale(Dimension.AROUSAL, statistics.arousal(), drawn.arousal(), draws));
        return all;
    }

    private static List<Coefficient> expression(
            ExpressionAgreement figures, Bootstrap.Expressions drawn, String draws) {
        Dimension of = Dimension.EXPRESSION;
        return List.of(
                one(of, "percentAgreement", "Percent agreement", drawn.percentAgreement(), draws, false),
                one(of, "fleissKappa", "Fleiss' κ", figures.fleissKappa(), T, true),
                one(of, "krippendorffAlpha", "Krippendorff's α, nominal", drawn.krippendorffAlpha(), draws, true),
                one(of, "gwetAc1", "Gwet's AC1", figures.gwetAc1(), T, true),
                one(of, "meanCohenKappa", "Mean pairwise Cohen's κ", drawn.cohenKappa(), draws, false));
    }

    private static List<Coefficient> scale(Dimension of, ScaleAgreement figures, Bootstrap.Scale drawn, String draws) {
        IntraclassCorrelation icc = figures.icc();
        return List.of(
                one(
                        of,
                        "krippendorffAlphaInterval",
                        "Krippendorff's α, interval",
                        drawn.krippendorffAlphaInterval(),
                        draws,
                        true),
                one(
                        of,
                        "krippendorffAlphaOrdinal",
                        "Krippendorff's α, ordinal",
                        drawn.krippendorffAlphaOrdinal(),
                        draws,
                        false),
                one(
                        of,
                        "krippendorffAlphaNominal",
                        "Krippendorff's α, nominal",
                        drawn.krippendorffAlphaNominal(),
                        draws,
                        false),
                one(of, "gwetAc2Ordinal", "Gwet's AC2, ordinal", figures.gwetAc2Ordinal(), T, false),
                one(of, "gwetAc2Quadratic", "Gwet's AC2, quadratic", figures.gwetAc2Quadratic(), T, false),
                one(of, "icc11", "ICC(1,1)", icc.icc11(), F, false),
                one(of, "icc1k", "ICC(1,k)", icc.icc1k(), F, false),
                one(of, "icc21", "ICC(2,1)", icc.icc21(), F, true),
                one(of, "icc2k", "ICC(2,k)", icc.icc2k(), F, true),
                one(of, "icc31", "ICC(3,1)", icc.icc31(), F, false),
                one(of, "icc3k", "ICC(3,k)", icc.icc3k(), F, false),
                one(of, "meanCcc", "Mean pairwise CCC", drawn.ccc(), draws, true),
                one(of, "meanPearson", "Mean pairwise Pearson", drawn.pearson(), draws, false));
    }

    private static Coefficient one(
            Dimension dimension, String key, String title, Estimate estimate, String interval, boolean headline) {
        return new Coefficient(
                dimension,
                key,
                title,
                estimate.value(),
                estimate.standardError(),
                estimate.low(),
                estimate.high(),
                interval,
                headline);
    }

    /** Such as {@code 0.413}; – where it is undefined. */
    public String words() {
        return Words.number(value, 3);
    }

    /** Such as {@code 0.381 to 0.445}; – where there is none. */
    public String range() {
        return Double.isNaN(low) ? "–" : Words.number(low, 3) + " to " + Words.number(high, 3);
    }
}
