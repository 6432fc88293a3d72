package org.c25.concordance;

import static java.lang.Double.NEGATIVE_INFINITY;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis.Kind;
import org.c25.agreement.ChanceCorrected;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.Estimate;
import org.c25.agreement.IntraclassCorrelation;
import org.c25.agreement.KrippendorffAlpha;
import org.c25.agreement.KrippendorffAlpha.Metric;
import org.c25.agreement.MeanSquares;

/** The coefficients that are computed in detail, but for the means over pairs, which {@link PairMeasures} has. */
final class Measures {

    private static final Measure PERCENT_AGREEMENT =
            corrected("percentAgreement", "Percent agreement", 0, Weights.IDENTITY, ChanceCorrected::percentAgreement);
    private static final Measure FLEISS_KAPPA =
            corrected("fleissKappa", "Fleiss' κ", -1, Weights.IDENTITY, ChanceCorrected::fleissKappa);
    private static final Measure AC1 =
            corrected("gwetAc1", "Gwet's AC1", -1, Weights.IDENTITY, ChanceCorrected::gwetAc);
    private static final Measure ALPHA = alpha("krippendorffAlpha", "Krippendorff's α, nominal", Metric.NOMINAL);
    private static final Measure ALPHA_INTERVAL =
            alpha("krippendorffAlphaInterval", "Krippendorff's α, interval", Metric.INTERVAL);
    private static final Measure AC2_QUADRATIC =
            corrected("gwetAc2Quadratic", "Gwet's AC2, quadratic", -1, Weights.QUADRATIC, ChanceCorrected::gwetAc);

    /** The coefficients of one category against all others. */
    static final List<Measure> OF_CATEGORY =
            List.of(FLEISS_KAPPA, AC1, alpha("krippendorffAlpha", "Krippendorff's α", Metric.NOMINAL));

    private Measures() {}

    /** Returns the coefficients of a part of the images or of the raters. */
    static List<Measure> ofPart(Dimension dimension) {
        return dimension == Dimension.EXPRESSION
                ? List.of(PERCENT_AGREEMENT, FLEISS_KAPPA, AC1, ALPHA)
                : List.of(ALPHA_INTERVAL, AC2_QUADRATIC);
    }

    /** Returns the coefficients of the page of results. */
    static List<Measure> main(Dimension dimension, int raters) {
        return dimension == Dimension.EXPRESSION
                ? List.of(PERCENT_AGREEMENT, FLEISS_KAPPA, ALPHA, AC1)
                : List.of(
                        ALPHA_INTERVAL,
                        alpha("krippendorffAlphaOrdinal", "Krippendorff's α, ordinal", Metric.ORDINAL),
                        alpha("krippendorffAlphaNominal", "Krippendorff's α, nominal", Metric.NOMINAL),
                        corrected(
                                "gwetAc2Ordinal", "Gwet's AC2, ordinal", -1, Weights.ORDINAL, ChanceCorrected::gwetAc),
                        AC2_QUADRATIC,
                        single("icc11", "ICC(1,1)", raters, Measures::icc11),
                        average("icc1k", "ICC(1,k)", raters, Measures::icc11),
                        single("icc21", "ICC(2,1)", raters, Measures::icc21),
                        average("icc2k", "ICC(2,k)", raters, Measures::icc21),
                        fixed(single("icc31", "ICC(3,1)", raters, Measures::icc31), IntraclassCorrelation::icc31),
                        fixed(average("icc3k", "ICC(3,k)", raters, Measures::icc31), IntraclassCorrelation::icc3k));
    }

    /** Returns the coefficients that papers ask for beside those of the page of results. */
    static List<Measure> further(Dimension dimension, int raters) {
        return dimension == Dimension.EXPRESSION
                ? List.of(
                        corrected(
                                "brennanPrediger",
                                "Brennan–Prediger",
                                -1,
                                Weights.IDENTITY,
                                ChanceCorrected::brennanPrediger),
                        conger("congerKappa", "Conger's κ", Weights.IDENTITY))
                : List.of(
                        corrected(
                                "brennanPredigerLinear",
                                "Brennan–Prediger, linear",
                                -1,
                                Weights.LINEAR,
                                ChanceCorrected::brennanPrediger),
                        corrected(
                                "brennanPredigerQuadratic",
                                "Brennan–Prediger, quadratic",
                                -1,
                                Weights.QUADRATIC,
                                ChanceCorrected::brennanPrediger),
                        conger("congerKappaLinear", "Conger's κ, linear", Weights.LINEAR),
                        conger("congerKappaQuadratic", "Conger's κ, quadratic", Weights.QUADRATIC),
                        corrected(
                                "fleissKappaLinear",
                                "Fleiss' κ, linear",
                                -1,
                                Weights.LINEAR,
                                ChanceCorrected::fleissKappa),
                        corrected("gwetAc2Linear", "Gwet's AC2, linear", -1, Weights.LINEAR, ChanceCorrected::gwetAc),
                        Measure.of(
                                "kendallW",
                                "Kendall's W",
                                Kind.COMPLETE,
                                0,
                                answers -> KendallW.ofAsMany(
                                        KendallW.of(answers.completeRows(), answers.categories()),
                                        answers.raters(),
                                        raters)));
    }

    private static Measure corrected(
            String key, String title, double least, Weights weights, Function<ChanceCorrected, Estimate> coefficient) {
        return Measure.of(key, title, least, answers -> coefficient.apply(ChanceCorrected.of(answers, weights)));
    }

    private static Measure conger(String key, String title, Weights weights) {
        return Measure.of(key, title, -1, answers -> CongerKappa.of(answers, weights));
    }

    private static Measure alpha(String key, String title, Metric metric) {
        return Measure.of(key, title, Kind.SHARED, NEGATIVE_INFINITY, answers -> KrippendorffAlpha.of(answers, metric));
    }

    private static Measure single(String key, String title, int raters, ToDoubleFunction<MeanSquares> value) {
        return Measure.of(key, title, Kind.COMPLETE, -1.0 / (raters - 1), answers -> ofSquares(answers, value));
    }

    /** Returns the reliability of the mean of all raters; without one of them, still that of as many. */
    private static Measure average(String key, String title, int raters, ToDoubleFunction<MeanSquares> single) {
        return Measure.of(key, title, Kind.COMPLETE, NEGATIVE_INFINITY, answers -> {
            double one = ofSquares(answers, single);
            return raters * one / (1 + (raters - 1) * one);
        });
    }

    /**
     * Returns the measure with the interval by F. That of ICC(3,·) takes the raters as they are, and so speaks of other
     * images; those of ICC(1,·) and ICC(2,·) count other raters in, and are none over images alone.
     */
    private static Measure fixed(Measure one, Function<IntraclassCorrelation, Estimate> estimate) {
        return new Measure(
                one.key(),
                one.title(),
                one.kind(),
                one.least(),
                one.value(),
                answers -> estimate.apply(IntraclassCorrelation.of(answers)));
    }

    private static double ofSquares(Answers answers, ToDoubleFunction<MeanSquares> value) {
        MeanSquares squares = answers.completeSquares();
        return squares == null ? Double.NaN : value.applyAsDouble(squares);
    }

    private static double icc11(MeanSquares of) {
        double within = of.withinImages();
        return (of.betweenImages() - within) / (of.betweenImages() + (of.raters() - 1) * within);
    }

    private static double icc21(MeanSquares of) {
        double residual = of.residual();
        return (of.betweenImages() - residual)
                / (of.betweenImages()
                        + (of.raters() - 1) * residual
                        + of.raters() * (of.betweenRaters() - residual) / of.images());
    }

    private static double icc31(MeanSquares of) {
        double residual = of.residual();
        return (of.betweenImages() - residual) / (of.betweenImages() + (of.raters() - 1) * residual);
    }
}
