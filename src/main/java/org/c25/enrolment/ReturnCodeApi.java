package org.c25.enrolment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.c25.common.Problem;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.ParticipantAddresses;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API for the return code, for programs and for scripts of the participant's own pages. */
@RestController
@Tag(name = "Participants")
class ReturnCodeApi {

    private final ReturnCodes codes;
    private final DeviceTokens deviceTokens;
    private final JoinRedirect joinRedirect;

    ReturnCodeApi(ReturnCodes codes, DeviceTokens deviceTokens, JoinRedirect joinRedirect) {
        this.codes = codes;
        this.deviceTokens = deviceTokens;
        this.joinRedirect = joinRedirect;
    }

    @Operation(
            summary = "The code that opens everything on another device, for who came by a recruiting link",
            description = "404 for who came by a link of their own, which opens everything anyway, and before consent.")
    @GetMapping({ParticipantAddresses.API + "/return-code", ParticipantAddresses.PAGE_API + "/return-code"})
    Code code(@AuthenticationPrincipal InvitedPerson invited) {
        String code = codes.shownTo(invited);
        if (code == null) {
            throw Problem.notFound("return code");
        }
        return new Code(code);
    }

    @Operation(
            summary = "Shows by the return code that it is the same person; the token that comes back opens everything",
            description = "403 if the code is wrong. Five wrong ones lock it for a quarter of an hour: 429 with"
                    + " Retry-After. Case, spaces and hyphens don't matter.")
    @PostMapping(ParticipantAddresses.API + "/return-code")
    Token enter(@AuthenticationPrincipal InvitedPerson invited, @Valid @RequestBody Code typed) {
        codes.check(invited, typed.code());
        return new Token(deviceTokens.key(invited).text());
    }

    @Operation(summary = "As for programs; this browser's cookie opens everything from then on")
    @PostMapping(ParticipantAddresses.PAGE_API + "/return-code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(
            @AuthenticationPrincipal InvitedPerson invited,
            @Valid @RequestBody Code typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        codes.check(invited, typed.code());
        if (invited.limited()) {
            joinRedirect.prove(invited, request, response);
        }
    }

    record Code(
            @NotBlank(message = "is missing: the return code, such as 7KQ2-M4XD")
            @Size(max = 100, message = "at most {max} characters")
            String code) {}

    record Token(String token) {}
}
