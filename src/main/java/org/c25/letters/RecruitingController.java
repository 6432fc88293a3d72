package org.c25.letters;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.enrolment.RecruitingLinks;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.c25.web.Problem;
import org.c25.web.PublicAddress;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one link for a recruiter, on the page of a set's links. */
@Controller
class RecruitingController {

    private final RecruitingLinks recruitingLinks;
    private final InvitationPage page;
    private final PublicAddress address;

    RecruitingController(RecruitingLinks recruitingLinks, InvitationPage page, PublicAddress address) {
        this.recruitingLinks = recruitingLinks;
        this.page = page;
        this.address = address;
    }

    /** The link stands in this answer alone, as those of the invitations do. */
    @PostMapping("/sets/{id}/recruiting-link")
    String recruit(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        try {
            model.addAttribute(
                    "recruitingLink",
                    address.of("/recruit/" + recruitingLinks.make(caller, id).text()));
        } catch (Problem problem) {
            problem.tellOn(model);
        }
        return page.show(caller, id, null, 1, model);
    }

    @GetMapping("/sets/{id}/recruiting-link/revocation")
    String askToStopRecruiting(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        RecruitingLinks.RecruitingView link = recruitingLinks
                .of(caller, id)
                .filter(RecruitingLinks.RecruitingView::valid)
                .orElseThrow(() -> Problem.notFound("recruiting link"));
        return new Confirmation(
                        "Revoke the recruiting link?",
                        List.of(
                                "Nobody else can join by it. Whoever the recruiter sends from now on reads so.",
                                link.joined() + " have a place by it, and " + link.done()
                                        + " of them are done: they go on, and all answers stay.",
                                "You can restore the link within a day; after that it is lost for good, and the recruiter needs"
                                        + " a new one."),
                        "/sets/" + id + "/recruiting-link/revocation",
                        "Revoke the recruiting link",
                        "/sets/" + id + "/invitations")
                .show(model);
    }

    @BackTo("/sets/{id}/invitations")
    @PostMapping("/sets/{id}/recruiting-link/restoration")
    String goOnRecruiting(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        recruitingLinks.restore(caller, id);
        flash.addFlashAttribute("done", "The recruiting link works again.");
        return "redirect:/sets/" + id + "/invitations";
    }

    @PostMapping("/sets/{id}/recruiting-link/revocation")
    String stopRecruiting(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        recruitingLinks.revoke(caller, id);
        flash.addFlashAttribute("done", "The recruiting link is revoked. Who has a place goes on.");
        return "redirect:/sets/" + id + "/invitations";
    }
}
