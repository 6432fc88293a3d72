package org.c25.recruiting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.sets.SetView;
import org.c25.web.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
@RequestMapping("/api/v1/sets/{set}/recruiting-link")
class RecruitingApi {

    private final RecruitingLinks links;
    private final PublicAddress address;

    RecruitingApi(RecruitingLinks links, PublicAddress address) {
        this.links = links;
        this.address = address;
    }

    @Operation(
            summary = "Makes the set's link for everybody whom the study's recruiter sends; shown this once",
            description = "The recruiter adds the person's ID to it, in the parameter that the protocol names:"
                    + " ?PROLIFIC_PID=… An ID always leads to the same invitation. 409 if the study names no recruiter,"
                    + " or the set has a link that is not revoked.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RecruitingLink make(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        return new RecruitingLink(
                address.of("/recruit/" + links.make(caller, set.id()).text()));
    }

    @Operation(summary = "Revokes it: no newcomer can join by it. Who has a slot goes on")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        links.revoke(caller, set.id());
    }

    @Operation(
            summary = "Restores the link that was revoked within the last day. 409 if it is not revoked, or longer ago")
    @DeleteMapping("/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        links.restore(caller, set.id());
    }

    record RecruitingLink(String url) {}
}
