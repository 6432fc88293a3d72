package org.c25.models;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.downloads.Downloads;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

@RestController
@Tag(name = "Staff")
class ComparisonApi {

    private static final String MODELS = "a model's id, as often as needed; all models of the set if none is named";
    private static final String HELD_OUT = "true for those images alone on which none of the models was trained";

    private final ModelComparisons comparisons;
    private final ModelFiles files;
    private final Downloads downloads;

    ComparisonApi(ModelComparisons comparisons, ModelFiles files, Downloads downloads) {
        this.comparisons = comparisons;
        this.files = files;
        this.downloads = downloads;
    }

    @HeavyStatistics
    @Operation(
            summary = "Models side by side: figures with intervals, noise ceilings, and each two of them",
            description = "All on the images of which every one of them speaks, each dimension by itself.")
    @GetMapping("/api/v1/sets/{set}/models/comparison")
    ComparedReport compare(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @Parameter(description = MODELS) @RequestParam(name = "model", defaultValue = "") List<Long> models,
            @Parameter(description = HELD_OUT) @RequestParam(defaultValue = "false") boolean heldOut,
            @ParameterObject SelectionQuery choice) {
        return ComparedReport.of(
                comparisons.compare(caller, set.id(), new ComparedQuery(models, choice.selection(), heldOut)));
    }

    @Operation(summary = "The figures of models side by side, a row a model and figure, as CSV")
    @GetMapping({"/api/v1/sets/{set}/models/comparison.csv", "/sets/{set}/results/models/comparison.csv"})
    View figures(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @Parameter(description = MODELS) @RequestParam(name = "model", defaultValue = "") List<Long> models,
            @Parameter(description = HELD_OUT) @RequestParam(defaultValue = "false") boolean heldOut,
            @ParameterObject SelectionQuery choice,
            HttpServletRequest request) {
        return downloads.reply(
                request, caller, files.figures(caller, set, new ComparedQuery(models, choice.selection(), heldOut)));
    }

    @Operation(summary = "The differences of each two models on the same images, as CSV")
    @GetMapping({"/api/v1/sets/{set}/models/differences.csv", "/sets/{set}/results/models/differences.csv"})
    View differences(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @Parameter(description = MODELS) @RequestParam(name = "model", defaultValue = "") List<Long> models,
            @Parameter(description = HELD_OUT) @RequestParam(defaultValue = "false") boolean heldOut,
            @ParameterObject SelectionQuery choice,
            HttpServletRequest request) {
        return downloads.reply(
                request,
                caller,
                files.differences(caller, set, new ComparedQuery(models, choice.selection(), heldOut)));
    }
}
