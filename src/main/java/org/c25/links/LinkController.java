package org.c25.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Numbers;
import org.c25.invitations.Invitations;
import org.c25.participation.AffectedPeople;
import org.c25.sets.SetView;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.c25.web.Undo;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
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
                        "Revoke the link",
                        list(set, status, page))
                .sending(fields(status, page))
                .show(model);
    }

    private static Map<String, List<String>> fields(@Nullable LinkStatus status, int page) {
        List<String> number = List.of(String.valueOf(page));
        return status == null ? Map.of("page", number) : Map.of("page", number, "status", List.of(status.name()));
    }

    private static Undo undo(SetView set, long invitation, String opposite, @Nullable LinkStatus status, int page) {
        String number = String.valueOf(page);
        return new Undo(
                "/sets/" + set.id() + "/invitations/" + invitation + "/" + opposite,
                status == null ? Map.of("page", number) : Map.of("page", number, "status", status.name()));
    }

    @PostMapping("/sets/{set}/invitations/{invitation}/revocation")
    String revoke(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes flash) {
        invitations.revoke(caller, set.id(), invitation);
        flash.addFlashAttribute("done", "The link is revoked.");
        undo(set, invitation, "restoration", status, page).offer(flash);
        return back(set, status, page);
    }

    @BackTo(
            value = "/sets/{set}/invitations",
            keeping = {"page", "status"})
    @PostMapping("/sets/{set}/invitations/{invitation}/restoration")
    String restore(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes flash) {
        invitations.restore(caller, set.id(), invitation);
        flash.addFlashAttribute("done", "The link works again. An e-mail that was cancelled is not sent by itself.");
        undo(set, invitation, "revocation", status, page).offer(flash);
        return back(set, status, page);
    }

    @BackTo(
            value = "/sets/{set}/invitations",
            keeping = {"page", "status"})
    @PostMapping("/sets/{set}/invitations/{invitation}/letter")
    String send(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes flash) {
        emails.send(caller, set.id(), invitation);
        flash.addFlashAttribute("done", "The e-mail is on its way.");
        return back(set, status, page);
    }

    @BackTo(
            value = "/sets/{set}/invitations",
            keeping = {"page", "status"})
    @PostMapping("/sets/{set}/invitations/{invitation}/reminder")
    String remind(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long invitation,
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes flash) {
        emails.remind(caller, set.id(), invitation);
        flash.addFlashAttribute("done", "The reminder is on its way.");
        return back(set, status, page);
    }

    @BackTo("/sets/{set}/invitations")
    @PostMapping("/sets/{set}/invitations/reminders")
    String remindAll(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam ReminderGroup whom,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", words(emails.remindAll(caller, set.id(), whom)));
        return back(set, null, 1);
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

    private static String back(SetView set, @Nullable LinkStatus status, int page) {
        return "redirect:" + list(set, status, page);
    }

    private static String list(SetView set, @Nullable LinkStatus status, int page) {
        return "/sets/" + set.id() + "/invitations?page=" + page + (status == null ? "" : "&status=" + status);
    }
}
