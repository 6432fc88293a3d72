package org.c25.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans for programs, and their curves for both. */
@RestController
@HeavyStatistics
@Tag(name = "Staff")
class PlanApi {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final Plans plans;

    PlanApi(Plans plans) {
        this.plans = plans;
    }

    @Operation(
            summary = "How many raters and images a study needs, from assumptions",
            description =
                    "From components of variance (of=scale) or κ of two raters (of=expression). What is left out is as usual.")
    @GetMapping("/api/v1/plan")
    PlanView assumed(@ParameterObject PlanQuery query) {
        return PlanView.of(plans.assumed(Plans.filled(query)));
    }

    @Operation(
            summary = "How many raters and images a study needs, by the answers of a set",
            description = "Images, repeats, time and pay are the study's, where they are left out.")
    @GetMapping("/api/v1/sets/{set}/plan")
    PlanView fromSet(@AuthenticationPrincipal Caller caller, @Visible SetView set, @ParameterObject PlanQuery query) {
        return PlanView.of(plans.of(caller, set, plans.filled(caller, set, query)));
    }

    @Operation(summary = "The curve of such a plan, as SVG")
    @GetMapping({"/api/v1/plan/curve.svg", "/plan/curve.svg"})
    ResponseEntity<byte[]> assumedCurve(@ParameterObject PlanQuery query) {
        return picture(PlanCurve.svg(plans.assumed(Plans.filled(query))));
    }

    @Operation(summary = "The curve of such a plan of a set, as SVG")
    @GetMapping({"/api/v1/sets/{set}/plan/curve.svg", "/sets/{set}/plan/curve.svg"})
    ResponseEntity<byte[]> curveFromSet(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @ParameterObject PlanQuery query) {
        return picture(PlanCurve.svg(plans.of(caller, set, plans.filled(caller, set, query))));
    }

    private static ResponseEntity<byte[]> picture(String svg) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }
}
