package org.c25.results;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@HeavyStatistics
@Tag(name = "Staff")
class AgreementApi {

    private final SetResults setResults;

    AgreementApi(SetResults setResults) {
        this.setResults = setResults;
    }

    @Operation(
            summary = "How far the participants of the set agree",
            description = "Computed from the answers as they are now: the first showing of an image, in its latest "
                    + "revision, of those who are in a slot. A figure that is undefined, as that of one participant "
                    + "alone, is null, with the reason in `undefined`. With missing answers, `images` says how many images the "
                    + "coefficients rest on, `completeImages` ICC, and `pairs` the means over pairs.")
    @GetMapping("/api/v1/sets/{set}/agreement")
    AgreementView of(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        return AgreementView.of(setResults.of(caller, set.id()));
    }
}
