package org.c25.links;

import java.util.ArrayList;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Numbers;
import org.c25.invitations.Invitations;
import org.c25.participation.AffectedPeople;
import org.c25.sets.SetView;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.c25.web.TableQuery;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Revokes and restores links, and sends e-mails and reminders to their people. Each action leads back to the same page
 * of links.
 */
@Controller
class LinkController {

    private final Invitations invitations;
    private final Emails emails;
    private final AffectedPeople affected;

    LinkController(Invitations invitations, Emails emails, AffectedPeople affected) {
        this.invitations = invitations;
        this.emails = emails;
        this.affected = affected;
    }

    @GetMapping("/sets/{set}/invitations/{invitation}/revocation")
    String askToRevoke(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @ModelAttribute("query") TableQuery query,
            Model model) {
        LinkView link = emails.require(caller, set.id(), invitation);
        List<String> consequences = new ArrayList<>();
        String whose = link.recruited()
                ? "somebody who came by the recruiting link"
                : link.email() == null ? "whoever it was given to" : link.email();
        consequences.add(
                "It is the link of " + whose + ". State: " + link.status().words() + ".");
        consequences.add(affected.ofInvitation(invitation).words());
        consequences.add(
                link.slot() == null
                        ? "Nobody will be able to join by it."
                        : "The person will not be able to go on, finish or look at the completion code again. The slot stays"
                                + " theirs, and the answers stay in the files: release the slot on its own page if somebody else"
                                + " is to have it.");
        consequences.add("E-mails that have not gone out will be cancelled.");
        consequences.add("You can restore the link within a day; after that it will be lost for good.");
        return new Confirmation(
                        "Revoke link #" + invitation + "?",
                        consequences,
                        "/sets/" + set.id() + "/invitations/" + invitation + "/revocation",
                        query.fields(),
                        "Revoke the link",
                        query.in(LinksPage.path(set)))
                .show(model);
    }

    @PostMapping("/sets/{set}/invitations/{invitation}/revocation")
    String revoke(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        invitations.revoke(caller, set.id(), invitation);
        flash.addFlashAttribute("done", "The link is revoked.");
        return back(set, query);
    }

    @BackTo(
            value = "/sets/{set}/invitations",
            keeping = {"q", "status", "sort", "page"})
    @PostMapping("/sets/{set}/invitations/{invitation}/restoration")
    String restore(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        invitations.restore(caller, set.id(), invitation);
        flash.addFlashAttribute("done", "The link works again. An e-mail that was cancelled is not sent by itself.");
        return back(set, query);
    }

    @BackTo(
            value = "/sets/{set}/invitations",
            keeping = {"q", "status", "sort", "page"})
    @PostMapping("/sets/{set}/invitations/{invitation}/letter")
    String send(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        emails.send(caller, set.id(), invitation);
        flash.addFlashAttribute("done", "The e-mail is on its way.");
        return back(set, query);
    }

    @BackTo(
            value = "/sets/{set}/invitations",
            keeping = {"q", "status", "sort", "page"})
    @PostMapping("/sets/{set}/invitations/{invitation}/reminder")
    String remind(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        emails.remind(caller, set.id(), invitation);
        flash.addFlashAttribute("done", "The reminder is on its way.");
        return back(set, query);
    }

    @BackTo("/sets/{set}/invitations")
    @PostMapping("/sets/{set}/invitations/reminders")
    String remindAll(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam ReminderGroup whom,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", words(emails.remindAll(caller, set.id(), whom)));
        return back(set, TableQuery.ALL);
    }

    private static String words(Emails.Reminded reminded) {
        List<String> words = new ArrayList<>();
        words.add(Numbers.count(reminded.written(), "reminder is on its way.", "reminders are on their way."));
        if (reminded.lately() > 0) {
            words.add(people(reminded.lately()) + " had one within the last 24 hours.");
        }
        if (reminded.unreachable() > 0) {
            words.add(people(reminded.unreachable()) + " can’t be reached: their links have no address.");
        }
        return String.join(" ", words);
    }

    private static String people(int count) {
        return Numbers.count(count, "person", "people");
    }

    private static String back(SetView set, TableQuery query) {
        return "redirect:" + query.in(LinksPage.path(set));
    }
}
