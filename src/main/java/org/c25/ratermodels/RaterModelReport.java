package org.c25.ratermodels;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.affect.Expression;
import org.c25.crowd.Convergence;
import org.c25.crowd.LabelEstimate;
import org.c25.crowd.LeavingImagesOut;
import org.c25.crowd.OrdinalModel;
import org.c25.results.Results;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/** A model of raters with the names of the API. A figure that is undefined is null, since JSON has no NaN. */
record RaterModelReport(
        String model,
        String dimension,

        @Schema(description = "how many answers it is estimated from")
        int answers,

        @Schema(description = "how many have come since, or been changed")
        int answersSince,

        @Schema(description = "of a scale: why nothing can be told; else null") @Nullable
        String undefined,

        @Schema(description = "null if there is nothing to iterate") @Nullable
        Ended convergence,

        @Schema(description = "images whose label, or nearest step, is not the majority")
        int differing,

        List<RaterReport> raters,
        List<ImageReport> images) {

    /** How the estimate ended. */
    record Ended(
            boolean converged,
            int iterations,

            @Schema(description = "after each iteration, in nats")
            List<Double> objectives) {

        static @Nullable Ended of(@Nullable Convergence convergence) {
            return convergence == null
                    ? null
                    : new Ended(convergence.converged(), convergence.iterations(), convergence.objectives());
        }
    }

    /** A rater. */
    record RaterReport(
            String participant,
            int answers,

            @Schema(description = "reliability, 0 … 1; or bias, scale and noise")
            Map<String, ParameterReport> parameters,

            @Schema(description = "true category × answer, where the model has it") @Nullable
            List<List<@Nullable Double>> confusion) {}

    /** A figure with its interval of 95 %. */
    record ParameterReport(
            @Nullable Double value,
            @Nullable Double standardError,
            @Nullable Double low,
            @Nullable Double high) {

        static ParameterReport of(OrdinalModel.Parameter one) {
            return new ParameterReport(
                    orNull(one.estimate()), orNull(one.standardError()), orNull(one.low()), orNull(one.high()));
        }
    }

    /** An image. */
    record ImageReport(
            long index,
            String filename,

            @Schema(description = "the majority's code, or value −1 … 1") @Nullable
            Double majority,

            @Schema(description = "the label's code, or the location, −1 … 1 and somewhat beyond") @Nullable
            Double estimate,

            @Schema(description = "of a location: the lower bound of its interval of 95 %") @Nullable
            Double low,

            @Nullable Double high,

            @Schema(description = "of a model of the expression: by its English word") @Nullable
            Map<String, Double> probabilities) {}

    static RaterModelReport ofLabels(RaterModel model, LastFit<LabelFit> last, Results now, List<Item> items) {
        LabelFit fit = last.value();
        List<LabelEstimate.Rater> raters = fit.estimate().raters();
        return new RaterModelReport(
                model.key(),
                model.dimension().field(),
                last.answers(),
                last.since(now),
                null,
                Ended.of(fit.estimate().convergence()),
                fit.differing().size(),
                IntStream.range(0, raters.size())
                        .mapToObj(rater ->
                                rater(raters.get(rater), fit.intervals().get(rater)))
                        .toList(),
                IntStream.range(0, fit.votes().size())
                        .mapToObj(image ->
                                image(fit, image, items.get(last.results().position(image))))
                        .toList());
    }

    private static RaterReport rater(LabelEstimate.Rater rater, LeavingImagesOut.Interval interval) {
        double[][] confusion = rater.confusion();
        return new RaterReport(
                "participant" + rater.slot(),
                rater.answers(),
                Map.of(
                        "reliability",
                        new ParameterReport(
                                orNull(rater.reliability()),
                                orNull(interval.standardError()),
                                orNull(interval.low()),
                                orNull(interval.high()))),
                confusion == null
                        ? null
                        : Arrays.stream(confusion)
                                .map(row -> Arrays.stream(row)
                                        .mapToObj(RaterModelReport::orNull)
                                        .toList())
                                .toList());
    }

    private static ImageReport image(LabelFit fit, int image, Item item) {
        double[] row = fit.estimate().labels().probabilities()[image];
        Map<String, Double> probabilities = new LinkedHashMap<>();
        if (fit.estimate().labels().isAnswered(image)) {
            Expression.all().forEach(one -> probabilities.put(one.english(), row[one.code()]));
        }
        return new ImageReport(
                item.index(),
                item.filename(),
                fit.votes().get(image).majority().isEmpty()
                        ? null
                        : (double) fit.votes().get(image).majority().getAsInt(),
                fit.estimate().labels().isAnswered(image)
                        ? (double) fit.estimate().labels().label(image).orElseThrow()
                        : null,
                null,
                null,
                probabilities);
    }

    static RaterModelReport ofScale(RaterModel model, LastFit<ScaleFit> last, Results now, List<Item> items) {
        ScaleFit fit = last.value();
        String why = fit.model().why();
        return new RaterModelReport(
                model.key(),
                model.dimension().field(),
                last.answers(),
                last.since(now),
                why.isEmpty() ? null : why,
                Ended.of(fit.model().convergence()),
                fit.differing().size(),
                fit.model().raters().stream().map(RaterModelReport::rater).toList(),
                IntStream.range(0, fit.votes().size())
                        .mapToObj(image ->
                                image(fit, image, items.get(last.results().position(image))))
                        .toList());
    }

    private static RaterReport rater(OrdinalModel.Rater rater) {
        Map<String, ParameterReport> parameters = new LinkedHashMap<>();
        parameters.put("bias", ParameterReport.of(rater.bias()));
        parameters.put("scale", ParameterReport.of(rater.scale()));
        parameters.put("noise", ParameterReport.of(rater.noise()));
        return new RaterReport("participant" + rater.slot(), rater.answers(), parameters, null);
    }

    private static ImageReport image(ScaleFit fit, int image, Item item) {
        OrdinalModel.Image place = fit.model().images().get(image);
        return new ImageReport(
                item.index(),
                item.filename(),
                fit.votes().get(image).majority().isEmpty()
                        ? null
                        : ScaleFit.value(fit.votes().get(image).majority().getAsInt()),
                orNull(place.location()),
                orNull(place.least()),
                orNull(place.greatest()),
                null);
    }

    static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }
}
