package org.c25.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.figures.CoefficientColumn;
import org.c25.figures.SelectedSet;
import org.c25.planning.SetReliability;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@HeavyStatistics
@Tag(name = "Staff")
class ResultsApi {

    private final SelectedSets views;
    private final SetReliability reliabilities;

    ResultsApi(SelectedSets views, SetReliability reliabilities) {
        this.views = views;
        this.reliabilities = reliabilities;
    }

    @Operation(
            summary = "All coefficients of a set with their intervals, its reliability, and Dawid and Skene's estimate",
            description =
                    "Of all answers, or of those chosen. Where a coefficient has no interval of its own, it is drawn from"
                            + " resampled images, with a fixed seed: the same answers give the same figures. Each says what it rests on; of fewer than ten images it"
                            + " has no interval.")
    @GetMapping("/api/v1/sets/{set}/results")
    ResultsView of(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @ParameterObject SelectionQuery choice) {
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        return ResultsView.of(CoefficientColumn.of(view), reliabilities);
    }
}
