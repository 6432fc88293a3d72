package org.c25.links;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.c25.accounts.Caller;
import org.c25.bodies.LongBody;
import org.c25.common.Problem;
import org.c25.invitations.Invitations;
import org.c25.invitations.NewLink;
import org.c25.mail.MailServer;
import org.c25.recruiting.RecruitingLinks;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.waiting.WaitingList;
import org.c25.web.Languages;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a set's links. */
@Controller
class InvitationController {

    private static final int ON_A_PAGE = 100;

    private final Invitations invitations;
    private final Emails letters;
    private final Links links;
    private final MailServer mailServer;
    private final RecruitingLinks recruitingLinks;
    private final WaitingList waitingList;
    private final Sets sets;
    private final Studies studies;
    private final Languages languages;
    private final PublicAddress address;

    InvitationController(
            Invitations invitations,
            Emails letters,
            Links links,
            MailServer mailServer,
            RecruitingLinks recruitingLinks,
            WaitingList waitingList,
            Sets sets,
            Studies studies,
            Languages languages,
            PublicAddress address) {
        this.invitations = invitations;
        this.letters = letters;
        this.links = links;
        this.mailServer = mailServer;
        this.recruitingLinks = recruitingLinks;
        this.waitingList = waitingList;
        this.sets = sets;
        this.studies = studies;
        this.languages = languages;
        this.address = address;
    }

    /** @param status only the links that stand so; null for all; @param page from 1 */
    @GetMapping("/sets/{id}/invitations")
    String all(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        SetView set = sets.require(caller, id);
        List<LinkView> all = links.of(caller, id);
        List<LinkView> wanted = all.stream()
                .filter(link -> status == null || link.status() == status)
                .toList();
        int pages = Math.max(1, (wanted.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("total", all.size());
        model.addAttribute("counts", counts(all));
        model.addAttribute("status", status);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "invitations", wanted.subList((shown - 1) * ON_A_PAGE, Math.min(shown * ON_A_PAGE, wanted.size())));
        model.addAttribute("mail", mailServer.isReady());
        model.addAttribute("lacks", mailServer.lacks());
        model.addAttribute("languages", languages.all());
        model.addAttribute("recruiting", recruitingLinks.of(caller, id).orElse(null));
        model.addAttribute("waiting", waitingList.of(caller, id));
        return "letters/invitations";
    }

    /** How many links stand how, without those of which there are none. */
    private static Map<LinkStatus, Integer> counts(List<LinkView> all) {
        Map<LinkStatus, Integer> counts = new LinkedHashMap<>();
        for (LinkStatus status : LinkStatus.values()) {
            int count =
                    (int) all.stream().filter(link -> link.status() == status).count();
            if (count > 0) {
                counts.put(status, count);
            }
        }
        return counts;
    }

    @PostMapping("/sets/{id}/invitations")
    String invite(
            @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestParam String count, Model model) {
        model.addAttribute("count", count);
        return made(caller, id, () -> invitations.inviteAnybody(caller, id, number(count)), false, model);
    }

    @LongBody
    @PostMapping("/sets/{id}/invitations/by-email")
    String inviteByEmail(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam String emails,
            @RequestParam(defaultValue = "false") boolean send,
            Model model) {
        model.addAttribute("emails", emails);
        model.addAttribute("unsent", !send);
        EmailLines lines = EmailLines.of(emails);
        return made(caller, id, () -> letters.invite(caller, id, lines.addresses(), lines::place, send), send, model);
    }

    /** Answers with the page itself and not with a redirect: the secrets are shown in this answer alone. */
    private String made(Caller caller, long id, Supplier<List<NewLink>> links, boolean sent, Model model) {
        try {
            List<ShownLink> shown = ShownLink.of(links.get(), address);
            model.addAttribute("links", shown);
            model.addAttribute(
                    "linkLines",
                    String.join("\n", shown.stream().map(ShownLink::url).toList()));
            model.addAttribute("sent", sent);
            model.addAttribute("emails", "");
        } catch (Problem problem) {
            if (problem.getStatusCode().value() == 404) {
                throw problem;
            }
            model.addAttribute("problem", problem);
        }
        return all(caller, id, null, 1, model);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("count", "is a whole number");
        }
    }
}
