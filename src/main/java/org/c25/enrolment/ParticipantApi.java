package org.c25.enrolment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.c25.images.ImageStore;
import org.c25.sets.Sets;
import org.c25.web.Problem;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A participant's place and trials, for programs with the token and for the participant's own pages. */
@RestController
@Tag(name = "Participants")
@RequestMapping({ParticipantSecurity.API, ParticipantSecurity.PAGE_API})
class ParticipantApi {

    private static final int MOST_TRIALS = 1000;

    private final Participants participants;
    private final Consents consents;
    private final Returns returns;
    private final RecruitingLinks recruitingLinks;
    private final Withdrawals withdrawals;
    private final Trials trials;
    private final Sets sets;
    private final ImageStore store;
    private final PublicAddress address;

    ParticipantApi(
            Participants participants,
            Consents consents,
            Returns returns,
            RecruitingLinks recruitingLinks,
            Withdrawals withdrawals,
            Trials trials,
            Sets sets,
            ImageStore store,
            PublicAddress address) {
        this.participants = participants;
        this.consents = consents;
        this.returns = returns;
        this.recruitingLinks = recruitingLinks;
        this.withdrawals = withdrawals;
        this.trials = trials;
        this.sets = sets;
        this.store = store;
        this.address = address;
    }

    @Operation(
            summary = "Takes a place. Asked again, it gives the same answer",
            description =
                    "409 if the set is closed or full, if the outsideId has a place in it by another invitation, or if the"
                            + " person has a place in another set of a study in which each may have one alone. Who came by"
                            + " a recruiting link sends the outsideId with which it was opened; 429 with Retry-After if more"
                            + " people take places by it at the moment than the study's recruitment lets in.")
    @PostMapping("/consent")
    Place consent(
            @AuthenticationPrincipal Invited invited, @Valid @RequestBody Consent consent, HttpServletRequest request) {
        try {
            Participant participant =
                    consents.consent(invited, consent.locale(), consent.outsideId(), ClientAddress.of(request));
            return new Place(participant.slot(), participant.trials());
        } catch (Queued queued) {
            throw queued;
        } catch (Problem refused) {
            recruitingLinks.turnedAway(invited);
            throw refused;
        }
    }

    @Operation(
            summary = "Takes a place again for somebody whose own was given on: they go on where they were",
            description =
                    "The place may be another one. Whoever has a place keeps it. 409 if the set is closed, full or paused.")
    @PostMapping("/return")
    Place comeBack(@AuthenticationPrincipal Invited invited) {
        Participant participant = returns.comeBack(invited);
        return new Place(participant.slot(), participant.trials());
    }

    @Operation(
            summary =
                    "The person's trials in order; the pictures are for this person alone. 409 while the set is paused,"
                            + " and while their place is given on")
    @GetMapping("/trials")
    List<TrialView> trials(
            @AuthenticationPrincipal Invited invited,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "5") int limit,
            HttpServletRequest request) {
        if (from < 0) {
            throw Problem.invalid("from", "is a whole number from 0");
        }
        if (limit < 1 || limit > MOST_TRIALS) {
            throw Problem.invalid("limit", "is 1 to " + MOST_TRIALS);
        }
        Participant participant = participants.requireSlot(invited);
        sets.holdOn(invited.setId()).ifPresent(hold -> {
            throw hold.problem();
        });
        String images = images(request);
        return trials.page(participant.id(), from, limit).stream()
                .map(trial -> new TrialView(trial.position(), images + trial.imageKey()))
                .toList();
    }

    /** A whole address for programs. The pages take a path, which is right whatever name the server is reached by. */
    private String images(HttpServletRequest request) {
        String path = request.getRequestURI().replaceFirst("/trials$", "/images/");
        return path.startsWith(ParticipantSecurity.API) ? address.of(path) : path;
    }

    @Operation(summary = "The picture of a trial")
    @GetMapping("/images/{key}")
    ResponseEntity<Resource> image(@AuthenticationPrincipal Invited invited, @PathVariable String key) {
        Trials.TrialImage image =
                trials.image(participants.requireSlot(invited).id(), key).orElseThrow(() -> Problem.notFound("image"));
        image.hold().ifPresent(hold -> {
            throw hold.problem();
        });
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(String.valueOf(image.type())))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofHours(6)).cachePrivate().immutable())
                .body(store.get(image.hash()));
    }

    @Operation(
            summary = "Withdraws and erases the answers; the place is free again",
            description =
                    "With answers=KEEP the researchers keep the answers given so far: marked as those of somebody who"
                            + " left, and outside of every file. Who has left so can still have them erased. Who has finished can"
                            + " only erase: 409 otherwise.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @AuthenticationPrincipal Invited invited,
            @Parameter(description = "What becomes of the answers given so far") @RequestParam(defaultValue = "ERASE")
                    Withdrawal.Answers answers,
            @Parameter(description = "Why; left out by who prefers not to say")
                    @RequestParam(required = false)
                    @Nullable
                    WithdrawalReason reason) {
        withdrawals.withdraw(invited, new Withdrawal(answers, reason, null));
    }

    record Consent(
            @NotNull(message = "is missing")
            @AssertTrue(message = "must be true: without consent no place is taken")
            @Nullable
            Boolean accepted,

            @NotNull(message = "is missing")
            @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}", message = "is a language tag such as en or ko")
            String locale,

            @Schema(
                    type = "string",
                    description =
                            "The ID by which the study's recruiter knows the person: 1 to 200 printable characters"
                                    + " without spaces. Kept as an HMAC alone, so that one ID takes one place in a set; of no"
                                    + " account if the study names no recruiter")
            @Nullable
            OutsideId outsideId) {}

    record Place(int participant, int trials) {}

    record TrialView(int position, String image) {}
}
