package org.c25.enrolment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Secret;
import org.c25.web.Problem;
import org.c25.web.PublicAddress;
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
class InvitationApi {

    private final Invitations invitations;
    private final PublicAddress address;

    InvitationApi(Invitations invitations, PublicAddress address) {
        this.invitations = invitations;
        this.address = address;
    }

    @Operation(summary = "Makes invitation links, shown this once: so many, or one for each e-mail address")
    @PostMapping("/api/v1/sets/{set}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    List<InvitationLink> invite(
            @AuthenticationPrincipal Caller caller, @PathVariable long set, @RequestBody NewInvitations wanted) {
        if (wanted.count() != null && wanted.emails() != null) {
            throw Problem.invalid("count", "goes without emails: send one of the two");
        }
        if (wanted.count() == null && wanted.emails() == null) {
            throw Problem.invalid("count", "is missing; send it, or emails");
        }
        List<Secret> secrets = wanted.emails() == null
                ? invitations.invite(caller, set, wanted.count())
                : invitations.inviteEach(caller, set, wanted.emails());
        return secrets.stream()
                .map(secret -> new InvitationLink(secret.text(), address.of("/join/" + secret.text())))
                .toList();
    }

    record NewInvitations(@Nullable Integer count, @Nullable List<String> emails) {}

    record InvitationLink(String token, String url) {}
}
