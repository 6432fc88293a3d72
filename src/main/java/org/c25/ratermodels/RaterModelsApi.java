package org.c25.ratermodels;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.crowd.LabelModel;
import org.c25.results.Results;
import org.c25.results.SelectionQuery;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.web.HeavyStatistics;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@HeavyStatistics
@Tag(name = "Staff")
class RaterModelsApi {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);
    private static final String SOON =
            " While that is worked out for the first time, which takes up to half a minute, the answer is 503 with"
                    + " Retry-After. While people answer, it is of the answers that there were: answersSince have come since."
                    + " Of fewer than two people, and of very large sets, it is 409.";

    private final RaterModels models;
    private final SetResults setResults;
    private final Sets sets;

    RaterModelsApi(RaterModels models, SetResults setResults, Sets sets) {
        this.models = models;
        this.setResults = setResults;
        this.sets = sets;
    }

    /** A model that can be asked for. */
    record Listed(String model, String title, String dimension, String about) {}

    @Operation(summary = "The models of raters that there are")
    @GetMapping("/api/v1/sets/{set}/rater-models")
    List<Listed> all(@Visible SetView set) {
        return RaterModel.all().stream()
                .map(one -> new Listed(one.key(), one.title(), one.dimension().field(), one.about()))
                .toList();
    }

    @Operation(
            summary = "What a model of raters says of the raters and the images of a set",
            description = "Of all answers, or of those chosen. A figure that is undefined is null." + SOON)
    @GetMapping("/api/v1/sets/{set}/rater-models/{model}")
    RaterModelReport one(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable String model,
            @ParameterObject SelectionQuery choice) {
        RaterModel chosen = RaterModel.ofKey(model).orElseThrow(() -> Problem.notFound("model of raters"));
        Results results = results(caller, set, choice);
        LabelModel labels = chosen.labels();
        Optional<RaterModelReport> report = labels == null
                ? models.scale(results, chosen.dimension())
                        .map(fit -> RaterModelReport.ofScale(chosen, fit, results, sets.items(set.id())))
                : models.labels(results, labels)
                        .map(fit -> RaterModelReport.ofLabels(chosen, fit, results, sets.items(set.id())));
        return report.orElseThrow(RaterModelsApi::notYet);
    }

    @Operation(
            summary = "How well the soft labels of each model foretell answers",
            description =
                    "others: the answers of raters who were left out when the labels were made, a fifth of them at a"
                            + " time. repeats: the second answers to images that were shown twice. A figure that is undefined is"
                            + " null." + SOON)
    @GetMapping("/api/v1/sets/{set}/rater-models/calibration")
    List<CalibrationReport> calibration(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @ParameterObject SelectionQuery choice) {
        Results results = results(caller, set, choice);
        LastFit<List<LabelCalibration>> last = models.calibrations(results).orElseThrow(RaterModelsApi::notYet);
        return last.value().stream()
                .map(one -> CalibrationReport.of(one, last.answers(), last.since(results)))
                .toList();
    }

    private Results results(Caller caller, SetView set, SelectionQuery choice) {
        Results results = setResults.results(caller, set.id(), choice.selection());
        RaterModels.whyNone(results).ifPresent(why -> {
            throw Problem.conflict(why);
        });
        return results;
    }

    private static Problem notYet() {
        return Problem.unavailable("This is being worked out. Ask again in a few seconds.", ASK_AGAIN);
    }
}
