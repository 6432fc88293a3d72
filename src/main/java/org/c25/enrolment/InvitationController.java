package org.c25.enrolment;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Secret;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.web.Problem;
import org.c25.web.PublicAddress;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a set's links. */
@Controller
class InvitationController {

    private final Invitations invitations;
    private final RecruitingLinks recruitingLinks;
    private final WaitingList waitingList;
    private final Sets sets;
    private final Studies studies;
    private final PublicAddress address;

    InvitationController(
            Invitations invitations,
            RecruitingLinks recruitingLinks,
            WaitingList waitingList,
            Sets sets,
            Studies studies,
            PublicAddress address) {
        this.invitations = invitations;
        this.recruitingLinks = recruitingLinks;
        this.waitingList = waitingList;
        this.sets = sets;
        this.studies = studies;
        this.address = address;
    }

    @GetMapping("/sets/{id}/invitations")
    String all(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        SetView set = sets.require(caller, id);
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("invitations", invitations.of(caller, id));
        model.addAttribute("recruiting", recruitingLinks.of(caller, id).orElse(null));
        model.addAttribute("waiting", waitingList.of(caller, id));
        return "enrolment/invitations";
    }

    /** Answers with the page itself and not with a redirect: the secrets are shown in this answer and kept nowhere. */
    @PostMapping("/sets/{id}/invitations")
    String invite(
            @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestParam String count, Model model) {
        try {
            List<String> links = invitations.invite(caller, id, number(count)).stream()
                    .map(secret -> address.of("/join/" + secret.text()))
                    .toList();
            model.addAttribute("links", links);
            model.addAttribute("linkLines", String.join("\n", links));
        } catch (Problem problem) {
            if (problem.getStatusCode().value() == 404) {
                throw problem;
            }
            model.addAttribute("problem", problem);
        }
        model.addAttribute("count", count);
        return all(caller, id, model);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("count", "is a whole number");
        }
    }

    /** The link stands in this answer alone, as those of the invitations do. */
    @PostMapping("/sets/{id}/recruiting-link")
    String recruit(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        try {
            Secret secret = recruitingLinks.make(caller, id);
            model.addAttribute("recruitingLink", address.of("/recruit/" + secret.text()));
        } catch (Problem problem) {
            if (problem.getStatusCode().value() == 404) {
                throw problem;
            }
            model.addAttribute("problem", problem);
        }
        return all(caller, id, model);
    }

    @PostMapping("/sets/{id}/recruiting-link/revocation")
    String stopRecruiting(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        recruitingLinks.revoke(caller, id);
        flash.addFlashAttribute("done", "The recruiting link is revoked. Who has a place goes on.");
        return "redirect:/sets/" + id + "/invitations";
    }

    @PostMapping("/sets/{id}/invitations/{invitation}/revocation")
    String revoke(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable long invitation,
            RedirectAttributes flash) {
        invitations.revoke(caller, id, invitation);
        flash.addFlashAttribute("done", "The link is revoked.");
        return "redirect:/sets/" + id + "/invitations";
    }
}
