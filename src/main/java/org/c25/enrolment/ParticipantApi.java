package org.c25.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.ParticipantAddresses;
import org.c25.participation.Participant;
import org.c25.participation.Returns;
import org.c25.participation.Withdrawal;
import org.c25.participation.WithdrawalReason;
import org.c25.participation.Withdrawals;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.ExternalId;
import org.c25.recruiting.Queued;
import org.c25.recruiting.RecruitingLinks;
import org.c25.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API for a participant's slot, for programs with the token and for the participant's own pages. */
@RestController
@Tag(name = "Participants")
@RequestMapping({ParticipantAddresses.API, ParticipantAddresses.PAGE_API})
class ParticipantApi {

    private final Consents consents;
    private final Returns returns;
    private final RecruitingLinks recruitingLinks;
    private final Withdrawals withdrawals;
    private final ReturnCodes returnCodes;

    ParticipantApi(
            Consents consents,
            Returns returns,
            RecruitingLinks recruitingLinks,
            Withdrawals withdrawals,
            ReturnCodes returnCodes) {
        this.consents = consents;
        this.returns = returns;
        this.recruitingLinks = recruitingLinks;
        this.withdrawals = withdrawals;
        this.returnCodes = returnCodes;
    }

    @Operation(
            summary = "Takes a slot. Asked again, it gives the same answer",
            description =
                    "409 if the set is closed or full, if the outsideId has a slot in it by another invitation, or if the"
                            + " person has a slot in another set of a study in which each may have one alone. Who came by"
                            + " a recruiting link sends the outsideId with which it was opened; 429 with Retry-After if more"
                            + " people take slots by it at the moment than the study's recruitment lets in. 403 if the"
                            + " study takes signed IDs alone and the token was not got by a signed one.")
    @PostMapping("/consent")
    Place consent(
            @AuthenticationPrincipal InvitedPerson invited,
            @Valid @RequestBody Consent consent,
            HttpServletRequest request) {
        try {
            Participant participant = consents.consent(
                    invited, consent.locale(), ArrivingId.unsigned(consent.outsideId()), ClientAddress.of(request));
            return new Place(participant.slot(), participant.trials(), returnCodes.shownTo(invited));
        } catch (Queued queued) {
            throw queued;
        } catch (Problem refused) {
            recruitingLinks.turnedAway(invited);
            throw refused;
        }
    }

    @Operation(
            summary = "Takes a slot again for somebody whose own was given on: they go on where they were",
            description =
                    "The slot may be another one. Whoever has a slot keeps it. 409 if the set is closed, full or paused.")
    @PostMapping("/return")
    Place comeBack(@AuthenticationPrincipal InvitedPerson invited) {
        Participant participant = returns.comeBack(invited);
        return new Place(participant.slot(), participant.trials(), returnCodes.shownTo(invited));
    }

    @Operation(
            summary = "Withdraws and erases the answers; the slot is free again",
            description =
                    "With answers=KEEP the researchers keep the answers given so far: marked as those of somebody who"
                            + " left, and outside of every file. Who has left so can still have them erased. Who has finished can"
                            + " only erase: 409 otherwise.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @AuthenticationPrincipal InvitedPerson invited,
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
            @AssertTrue(message = "must be true: without consent no slot is taken")
            @Nullable
            Boolean accepted,

            @NotNull(message = "is missing")
            @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}", message = "a language tag such as en or ko")
            String locale,

            @Schema(
                    type = "string",
                    description =
                            "The ID by which the study's recruiter knows the person: 1 to 200 printable characters"
                                    + " without spaces. Kept as an HMAC alone, so that one ID takes one slot in a set; of no"
                                    + " account if the study names no recruiter")
            @Nullable
            ExternalId outsideId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            int participant,
            int trials,

            @Schema(
                    description = "What opens everything on another device, where the invitation came by a recruiting"
                            + " link; for the token with which the slot was taken alone")
            @Nullable
            String returnCode) {}
}
