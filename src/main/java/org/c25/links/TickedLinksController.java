package org.c25.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.Numbers;
import org.c25.invitations.Invitations;
import org.c25.mail.MailServer;
import org.c25.sets.SetView;
import org.c25.web.BackTo;
import org.c25.web.BulkConfirmation;
import org.c25.web.BulkConfirmation.Line;
import org.c25.web.BulkOutcome;
import org.c25.web.TableQuery;
import org.c25.web.Undo;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Revokes several links at once, or reminds their people; it asks first. Revoking can be undone. */
@Controller
class TickedLinksController {

    private final Links links;
    private final Invitations invitations;
    private final Emails emails;
    private final MailServer mailServer;

    TickedLinksController(Links links, Invitations invitations, Emails emails, MailServer mailServer) {
        this.links = links;
        this.invitations = invitations;
        this.emails = emails;
        this.mailServer = mailServer;
    }

    /** Returns the links that are ticked, or all that the filter shows. */
    private List<LinkView> meant(
            Caller caller, SetView set, @Nullable List<Long> ticked, boolean all, TableQuery query) {
        return LinksPage.TABLE.meant(
                links.of(caller, set.id()), query, all, link -> ticked != null && ticked.contains(link.id()));
    }

    private static String refused(SetView set, TableQuery query, String why, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", why);
        return "redirect:" + query.in(LinksPage.path(set));
    }

    private static Map<String, List<String>> fields(TableQuery query, List<LinkView> affected) {
        Map<String, List<String>> fields = new HashMap<>(query.fields());
        fields.put("links", List.of(ids(affected)));
        return fields;
    }

    private static String ids(List<LinkView> links) {
        return links.stream().map(link -> String.valueOf(link.id())).collect(Collectors.joining(","));
    }

    /**
     * Asks before links are revoked.
     *
     * @param link the links that are ticked
     * @param all whether all links are meant that the filter shows
     */
    @GetMapping("/sets/{set}/invitations/ticked/revocation")
    String askToRevoke(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(required = false) @Nullable List<Long> link,
            @RequestParam(defaultValue = "false") boolean all,
            @ModelAttribute("query") TableQuery query,
            Model model,
            RedirectAttributes flash) {
        List<LinkView> meant = meant(caller, set, link, all, query);
        if (meant.isEmpty()) {
            return refused(set, query, "First tick the links that you want to revoke.", flash);
        }
        List<LinkView> working =
                meant.stream().filter(one -> one.status() != LinkStatus.REVOKED).toList();
        List<Line> passedOver = meant.stream()
                .filter(one -> one.status() == LinkStatus.REVOKED)
                .map(one -> new Line(one.name(), "The link is revoked already."))
                .toList();
        String count = Numbers.count(working.size(), "link");
        return new BulkConfirmation(
                        "Revoke " + count + "?",
                        List.of(
                                "Slots will stay taken, and answers will stay in the files. If you want somebody else in a slot,"
                                        + " release it on the page of slots.",
                                "E-mails that have not gone out will be cancelled.",
                                "You can restore each link within a day. After that it will be lost for good."),
                        working.stream()
                                .map(one -> new Line(one.name(), fate(one)))
                                .toList(),
                        passedOver,
                        LinksPage.path(set) + "/ticked/revocation",
                        fields(query, working),
                        null,
                        "Revoke " + count,
                        query.in(LinksPage.path(set)))
                .show(model);
    }

    private static String fate(LinkView link) {
        return "State: " + link.status().words() + ". "
                + (link.slot() == null
                        ? "Nobody will be able to join by it."
                        : "participant" + link.slot()
                                + " won't be able to go on, to finish or to look at the completion code again.");
    }

    /** Revokes links, each by itself: one that is revoked already is passed over, so to send this twice does no more. */
    @LongBody
    @PostMapping("/sets/{set}/invitations/ticked/revocation")
    String revoke(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(name = "links") List<Long> ids,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        BulkOutcome outcome = new BulkOutcome();
        List<LinkView> revoked = new ArrayList<>();
        for (LinkView link : meant(caller, set, ids, false, query)) {
            if (link.status() == LinkStatus.REVOKED) {
                outcome.add(link.name(), "revoked already");
            } else if (outcome.attempt(link.name(), () -> invitations.revoke(caller, set.id(), link.id()))) {
                revoked.add(link);
            }
        }
        outcome.tell(flash, "is revoked", "are revoked");
        if (!revoked.isEmpty()) {
            new Undo(query.in(LinksPage.path(set) + "/ticked/restoration"), Map.of("links", ids(revoked))).offer(flash);
        }
        return "redirect:" + query.in(LinksPage.path(set));
    }

    /** Restores links, each by itself: one that works, or was revoked too long ago, is passed over. */
    @LongBody
    @BackTo(
            value = "/sets/{set}/invitations",
            keeping = {"q", "status", "sort", "page"})
    @PostMapping("/sets/{set}/invitations/ticked/restoration")
    String restore(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(name = "links") List<Long> ids,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        BulkOutcome outcome = new BulkOutcome();
        for (LinkView link : meant(caller, set, ids, false, query)) {
            outcome.attempt(link.name(), () -> invitations.restore(caller, set.id(), link.id()));
        }
        outcome.tell(flash, "works again", "work again");
        return "redirect:" + query.in(LinksPage.path(set));
    }

    /** Asks before people are reminded; the parameters are those of {@link #askToRevoke}. */
    @GetMapping("/sets/{set}/invitations/ticked/reminders")
    String askToRemind(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(required = false) @Nullable List<Long> link,
            @RequestParam(defaultValue = "false") boolean all,
            @ModelAttribute("query") TableQuery query,
            Model model,
            RedirectAttributes flash) {
        List<LinkView> meant = meant(caller, set, link, all, query);
        if (!mailServer.isReady()) {
            return refused(set, query, "No e-mail can be sent from here yet.", flash);
        }
        if (meant.isEmpty()) {
            return refused(set, query, "First tick the links of the people whom you want to remind.", flash);
        }
        List<LinkView> reminded = new ArrayList<>();
        List<Line> affected = new ArrayList<>();
        List<Line> passedOver = new ArrayList<>();
        for (LinkView one : meant) {
            String whyNot = one.whyNoReminder();
            if (whyNot == null) {
                reminded.add(one);
                affected.add(new Line(
                        one.name(),
                        "Will get a reminder by e-mail. State: " + one.status().words() + "."));
            } else {
                passedOver.add(new Line(one.name(), whyNot));
            }
        }
        String count = Numbers.count(reminded.size(), "person", "people");
        return new BulkConfirmation(
                        "Remind " + count + "?",
                        List.of("The e-mails will go out at once. Each person gets one in 24 hours at most."),
                        affected,
                        passedOver,
                        LinksPage.path(set) + "/ticked/reminders",
                        fields(query, reminded),
                        null,
                        "Remind " + count,
                        query.in(LinksPage.path(set)))
                .show(model);
    }

    @LongBody
    @BackTo(
            value = "/sets/{set}/invitations",
            keeping = {"q", "status", "sort", "page"})
    @PostMapping("/sets/{set}/invitations/ticked/reminders")
    String remind(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(name = "links") List<Long> ids,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        BulkOutcome outcome = new BulkOutcome();
        emails.remindEach(caller, set.id(), ids, (link, whyNot) -> outcome.add(link.name(), whyNot));
        outcome.tell(flash, "is reminded", "are reminded");
        return "redirect:" + query.in(LinksPage.path(set));
    }
}
