package org.c25.waiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Instant;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.ParticipantAddresses;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.ExternalId;
import org.c25.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Participants")
@RequestMapping(ParticipantAddresses.API + "/waiting")
class WaitingApi {

    private final WaitingList waitingList;

    WaitingApi(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    @Operation(
            summary = "Waits for a slot in a full set. Asked again, it tells how many come first",
            description =
                    "With offeredUntil a slot is kept for the person until then: consent takes it. 409 if the study keeps"
                            + " no waiting list, a slot is free, or the person could have none. Who came by a recruiting link"
                            + " sends the outsideId with which it was opened.")
    @PostMapping
    Turn join(
            @AuthenticationPrincipal InvitedPerson invited,
            @Valid @RequestBody(required = false) @Nullable Waiting waiting,
            HttpServletRequest request) {
        WaitingList.Turn turn = waitingList.join(
                invited, ArrivingId.unsigned(waiting == null ? null : waiting.outsideId()), ClientAddress.of(request));
        return new Turn(turn.ahead(), turn.offeredUntil());
    }

    @Operation(summary = "Waits no more; a slot that is kept goes to the next")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@AuthenticationPrincipal InvitedPerson invited) {
        waitingList.leave(invited);
    }

    record Waiting(
            @Schema(type = "string", description = "As with consent") @Nullable
            ExternalId outsideId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Turn(int ahead, @Nullable Instant offeredUntil) {}
}
