package org.c25.links;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.Problem;
import org.c25.invitations.Invitations;
import org.c25.invitations.NewLink;
import org.c25.mail.MailServer;
import org.c25.sets.SetView;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
class InvitationApi {

    private final Invitations invitations;
    private final Emails invitationEmails;
    private final MailServer mailServer;
    private final PublicAddress address;

    InvitationApi(Invitations invitations, Emails invitationEmails, MailServer mailServer, PublicAddress address) {
        this.invitations = invitations;
        this.invitationEmails = invitationEmails;
        this.mailServer = mailServer;
        this.address = address;
    }

    @Operation(
            summary = "Makes invitation links, shown this once: so many, or one for each e-mail address",
            description = "Links for addresses are sent by e-mail where a mail server is set up, unless send is false.")
    @LongBody
    @PostMapping("/api/v1/sets/{set}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    List<InvitationLink> invite(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @RequestBody NewInvitations wanted) {
        return make(caller, set, wanted).stream()
                .map(link -> new InvitationLink(
                        link.invitationId(),
                        link.secret().text(),
                        address.of("/join/" + link.secret().text())))
                .toList();
    }

    @Operation(
            summary = "Revokes a link, also of somebody who has joined with it; their answers stay",
            description = "It can be restored within a day.")
    @PostMapping("/api/v1/sets/{set}/invitations/{invitation}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable long invitation) {
        invitations.revoke(caller, set.id(), invitation);
    }

    @Operation(
            summary = "Restores a link that was revoked within the last day",
            description = "409 if it is not revoked, was revoked longer ago, or its address has another link by now.")
    @DeleteMapping("/api/v1/sets/{set}/invitations/{invitation}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable long invitation) {
        invitations.restore(caller, set.id(), invitation);
    }

    private List<NewLink> make(Caller caller, SetView set, NewInvitations wanted) {
        if (wanted.count() != null && wanted.emails() != null) {
            throw Problem.invalid("count", "goes without emails: send one of the two");
        }
        if (wanted.emails() != null) {
            boolean send = wanted.send() == null ? mailServer.isReady() : wanted.send();
            return invitationEmails.invite(caller, set.id(), wanted.emails(), i -> "emails[" + i + "]", send);
        }
        if (wanted.count() == null) {
            throw Problem.invalid("count", "is missing; send it, or emails");
        }
        if (Boolean.TRUE.equals(wanted.send())) {
            throw Problem.invalid("send", "goes with emails: nobody's address is known here");
        }
        return invitations.inviteAnybody(caller, set.id(), wanted.count());
    }

    /**
     * The links that are wanted.
     *
     * @param send whether e-mails are sent with the links; null means that they are if a mail server is set up
     */
    record NewInvitations(
            @Nullable Integer count,
            @Nullable List<String> emails,
            @Nullable Boolean send) {}

    /**
     * A new link.
     *
     * @param id the number of the link on its page, by which it is revoked
     */
    record InvitationLink(long id, String token, String url) {}
}
