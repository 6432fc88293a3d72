package org.c25.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.results.SelectionQuery;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@HeavyStatistics
@Tag(name = "Staff")
class ReliabilityApi {

    private final SetResults setResults;
    private final SetReliability reliabilities;

    ReliabilityApi(SetResults setResults, SetReliability reliabilities) {
        this.setResults = setResults;
        this.reliabilities = reliabilities;
    }

    @Operation(
            summary = "How reliable the answers of a set are, and how many raters it takes",
            description =
                    "Of all answers, or of those chosen: components of variance (G-study) with intervals of 95 %, the D-study's curve,"
                            + " Cronbach's α, McDonald's ω, split-half, and Cohen's κ between majority votes of two groups of raters.")
    @GetMapping("/api/v1/sets/{set}/reliability")
    ReliabilityView of(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @ParameterObject SelectionQuery choice) {
        return ReliabilityView.of(reliabilities.of(setResults.results(caller, set.id(), choice.selection())));
    }
}
