package org.c25.links;

import java.util.List;
import java.util.function.Supplier;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.invitations.Invitations;
import org.c25.invitations.NewLink;
import org.c25.sets.SetView;
import org.c25.web.PublicAddress;
import org.c25.web.TableQuery;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a set's links, on which staff make new ones. */
@Controller
class InvitationController {

    private final Invitations invitations;
    private final Emails invitationEmails;
    private final LinksPage page;
    private final PublicAddress address;

    InvitationController(Invitations invitations, Emails invitationEmails, LinksPage page, PublicAddress address) {
        this.invitations = invitations;
        this.invitationEmails = invitationEmails;
        this.page = page;
        this.address = address;
    }

    @GetMapping("/sets/{set}/invitations")
    String all(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ModelAttribute("query") TableQuery query,
            Model model) {
        return page.show(caller, set, query, model);
    }

    @PostMapping("/sets/{set}/invitations")
    String invite(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @RequestParam String count, Model model) {
        model.addAttribute("count", count);
        return made(caller, set, () -> invitations.inviteAnybody(caller, set.id(), number(count)), false, model);
    }

    @LongBody
    @PostMapping("/sets/{set}/invitations/by-email")
    String inviteByEmail(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam String emails,
            @RequestParam(defaultValue = "false") boolean send,
            Model model) {
        model.addAttribute("emails", emails);
        model.addAttribute("unsent", !send);
        EmailLines lines = EmailLines.of(emails);
        return made(
                caller,
                set,
                () -> invitationEmails.invite(caller, set.id(), lines.addresses(), lines::place, send),
                send,
                model);
    }

    /**
     * Makes links. It answers with the page itself and not with a redirect, because this answer alone shows the
     * secrets.
     */
    private String made(Caller caller, SetView set, Supplier<List<NewLink>> links, boolean sent, Model model) {
        try {
            List<ShownLink> shown = ShownLink.of(links.get(), address);
            model.addAttribute("links", shown);
            model.addAttribute(
                    "linkLines",
                    String.join("\n", shown.stream().map(ShownLink::url).toList()));
            model.addAttribute("sent", sent);
            model.addAttribute("emails", "");
        } catch (Problem problem) {
            problem.retold(InvitationController::inField).tellOn(model);
        }
        return page.show(caller, set, model);
    }

    /** Turns a fault of a line of the addresses into a fault of their field. */
    private static Fault inField(Fault fault) {
        String field = fault.field();
        return field != null && field.startsWith("line ") ? Fault.inFile("emails", field, fault.message()) : fault;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("count", "a whole number");
        }
    }
}
