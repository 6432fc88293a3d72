package org.c25.annotation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.c25.affect.Expression;
import org.c25.affect.Rating;
import org.c25.affect.Step;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.Participants;
import org.c25.participation.PersonalRecords;
import org.c25.participation.TakingPart;
import org.c25.personaldata.EnrolmentSummaries;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API for a participant's answers, for programs with the token and for the annotation page. */
@RestController
@Tag(name = "Participants")
@RequestMapping({"/api/v1/participant", "/p/{ref}/api"})
class AnnotationApi {

    private static final String PARTICIPATION = "C25-Participation";
    private static final String PARTICIPATION_MEANS =
            "In which participation this was, as /standing names it; may be left out. 409 with the member otherParticipation"
                    + " if it is not the present one: everything was erased since, and what is sent belongs to what was; or with the"
                    + " member unknownParticipation if nothing is known of it, since the database was put back";
    private static final String NOT_NEGATIVE = "0 or more";

    private final Annotations annotations;
    private final Completions completions;
    private final AnsweredTrials answered;
    private final Participants participants;
    private final EnrolmentSummaries summaries;
    private final PictureReports reports;
    private final List<PersonalRecords> records;
    private final Sets sets;

    AnnotationApi(
            Annotations annotations,
            Completions completions,
            AnsweredTrials answered,
            Participants participants,
            EnrolmentSummaries summaries,
            PictureReports reports,
            List<PersonalRecords> records,
            Sets sets) {
        this.annotations = annotations;
        this.completions = completions;
        this.answered = answered;
        this.participants = participants;
        this.summaries = summaries;
        this.reports = reports;
        this.records = records;
        this.sets = sets;
    }

    @Operation(summary = "Records an answer. The same id again gets the same reply; a new id is a revision")
    @PutMapping(path = "/trials/{position}/annotation", consumes = MediaType.APPLICATION_JSON_VALUE)
    Acknowledgement answer(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable int position,
            @Parameter(description = PARTICIPATION_MEANS)
                    @RequestHeader(name = PARTICIPATION, required = false)
                    @Nullable
                    String participation,
            @Valid @RequestBody Answer answer) {
        return annotations.record(invited, position, answer.asNew(participation));
    }

    @Operation(summary = "How far the person is, and in which participation")
    @GetMapping("/standing")
    Standing standing(@TakingPart Participant participant) {
        Annotations.Standing standing = annotations.standing(participant);
        return new Standing(standing.answered(), standing.total(), participant.participation());
    }

    @Operation(summary = "Every answer that the person has given, in order of trial and revision")
    @GetMapping("/annotations")
    List<Given> answers(@AuthenticationPrincipal InvitedPerson invited) {
        return answered.ownAnswers(participants.requireAnswers(invited)).stream()
                .map(Given::of)
                .toList();
    }

    @Operation(summary = "Everything that is kept of the person, also after they left unless all was erased")
    @GetMapping("/data")
    ResponseEntity<OwnData> data(@AuthenticationPrincipal InvitedPerson invited) {
        Participant participant = participants.requireAnswers(invited);
        OwnData data = OwnData.of(
                sets.studyOfInvited(invited.setId()).name(),
                participant,
                summaries.of(participant),
                kept(participant, invited),
                answered.ownAnswers(participant),
                reports.of(participant));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + OwnData.FILE + "\"")
                .body(data);
    }

    private Map<String, List<Map<String, Object>>> kept(Participant participant, InvitedPerson invited) {
        Map<String, List<Map<String, Object>>> kept = new TreeMap<>();
        for (PersonalRecords each : records) {
            List<Map<String, Object>> found = each.of(participant, invited);
            if (!found.isEmpty()) {
                kept.put(each.name(), found);
            }
        }
        return kept;
    }

    @Operation(
            summary = "Reports that a trial's picture does not load, or is damaged. The first report is kept; an answer"
                    + " is taken all the same")
    @PostMapping(path = "/trials/{position}/picture-report", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reportPicture(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable int position,
            @Parameter(description = PARTICIPATION_MEANS)
                    @RequestHeader(name = PARTICIPATION, required = false)
                    @Nullable
                    String participation,
            @Valid @RequestBody PictureReport report) {
        reports.record(invited, position, report.reason(), participation);
    }

    @Operation(summary = "Ends the work: the completion code, once every trial has an answer")
    @PostMapping(path = "/completion", consumes = MediaType.APPLICATION_JSON_VALUE)
    Completed complete(@AuthenticationPrincipal InvitedPerson invited, @Valid @RequestBody Completion completion) {
        return new Completed(completions.complete(invited, completion.answered()));
    }

    record Answer(
            @NotNull(message = "is missing; make a new UUID for each answer")
            UUID id,

            @NotNull(message = "is missing") @Min(value = 0, message = "0 to 7") @Max(value = 7, message = "0 to 7")
            Integer expression,

            @NotNull(message = "is missing") @Min(value = 1, message = "1 to 9") @Max(value = 9, message = "1 to 9")
            Integer valence,

            @NotNull(message = "is missing") @Min(value = 1, message = "1 to 9") @Max(value = 9, message = "1 to 9")
            Integer arousal,

            @Min(value = 0, message = NOT_NEGATIVE) @Nullable
            Long responseTimeMillis,

            @Min(value = 0, message = NOT_NEGATIVE) @Nullable
            Long expressionTimeMillis,

            @Min(value = 0, message = NOT_NEGATIVE) @Nullable
            Long valenceTimeMillis,

            @Min(value = 0, message = NOT_NEGATIVE) @Nullable
            Long arousalTimeMillis,

            @Min(value = 0, message = NOT_NEGATIVE) @Nullable
            Long hiddenTimeMillis,

            @Min(value = 0, message = NOT_NEGATIVE) @Nullable
            Integer changes,

            @Pattern(regexp = Paradata.DEVICES, message = "is mouse, touch, pen or keyboard") @Nullable
            String inputDevice,

            @Min(value = 0, message = NOT_NEGATIVE) @Nullable
            Integer viewportWidth,

            @Min(value = 0, message = NOT_NEGATIVE) @Nullable
            Integer viewportHeight,

            @Nullable Boolean dimmed) {

        NewAnnotation asNew(@Nullable String participation) {
            return new NewAnnotation(
                    id,
                    new Rating(Expression.all().get(expression), new Step(valence), new Step(arousal)),
                    new Paradata(
                            responseTimeMillis,
                            expressionTimeMillis,
                            valenceTimeMillis,
                            arousalTimeMillis,
                            hiddenTimeMillis,
                            changes,
                            inputDevice,
                            viewportWidth,
                            viewportHeight,
                            dimmed),
                    participation);
        }
    }

    record Standing(int answered, int total, String participation) {}

    record Given(
            UUID id,
            int position,
            int revision,
            @Nullable Integer expression,
            @Nullable Integer valence,
            @Nullable Integer arousal) {

        static Given of(OwnAnswer answer) {
            Rating rating = answer.rating();
            return new Given(
                    answer.id(),
                    answer.position(),
                    answer.revision(),
                    rating == null ? null : rating.expression().code(),
                    rating == null ? null : rating.valence().value(),
                    rating == null ? null : rating.arousal().value());
        }
    }

    record PictureReport(
            @NotBlank(message = "is missing: say what was seen, such as status 500")
            @Size(max = PictureReports.LONGEST_REASON, message = "at most {max} characters")
            String reason) {}

    record Completion(
            @NotNull(message = "is missing: how many trials you have answered")
            Integer answered) {}

    record Completed(String code) {}
}
