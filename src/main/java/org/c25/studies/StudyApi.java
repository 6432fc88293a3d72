package org.c25.studies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.c25.accounts.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
class StudyApi {

    private final Studies studies;

    StudyApi(Studies studies) {
        this.studies = studies;
    }

    @Operation(summary = "Makes a study. What is left out is as in AffectNetC25")
    @PostMapping("/api/v1/studies")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedStudy create(@AuthenticationPrincipal Caller caller, @Valid @RequestBody NewStudy wanted) {
        return new CreatedStudy(studies.create(caller, wanted.protocol()).id());
    }

    @Operation(summary = "A new consent text (Markdown), for everyone who has not consented yet")
    @PostMapping("/api/v1/studies/{study}/consent-texts")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedText askConsentTo(
            @AuthenticationPrincipal Caller caller, @PathVariable long study, @Valid @RequestBody NewText wanted) {
        return new CreatedText(studies.askConsentTo(caller, study, wanted.text()));
    }

    record NewText(@NotNull(message = "is missing") String text) {}

    record CreatedText(int version) {}

    /** Whatever is left out is as in AffectNetC25. */
    record NewStudy(
            @NotNull(message = "is missing") String name,
            @Nullable String contact,
            @Nullable String consent,
            @Nullable Integer capacity,
            @Nullable Double repeatShare,
            @Nullable Integer repeatMinimumLag,
            @Nullable TrialOrdering ordering,
            @Nullable Presentation presentation,
            @Nullable Pacing pacing,
            @Nullable Labels labels,
            @Nullable List<Question> questions,
            @Nullable List<Question> closingQuestions,

            @Schema(
                    description =
                            "Who sends the participants, such as Prolific; left out for nobody. idParameter is the"
                                    + " parameter of the links in which the participant's ID comes (PROLIFIC_PID); returnUrl is"
                                    + " where participants go when done: https, {id} stands for their ID and {code} for the"
                                    + " completion code; empty if they only need the code")
            @Nullable
            Recruiter recruiter) {

        Protocol protocol() {
            return Protocol.orAsInC25(
                    name,
                    contact,
                    consent,
                    capacity,
                    repeatShare,
                    repeatMinimumLag,
                    new Design(ordering, presentation, pacing, labels, questions, closingQuestions, recruiter));
        }
    }

    record CreatedStudy(long id) {}
}
