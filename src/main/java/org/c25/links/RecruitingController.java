package org.c25.links;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.recruiting.RecruitingLinks;
import org.c25.sets.SetView;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.c25.web.PublicAddress;
import org.c25.web.Undo;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes, revokes and restores the one link for a recruiter, on the page of a set's links. */
@Controller
class RecruitingController {

    private final RecruitingLinks recruitingLinks;
    private final LinksPage page;
    private final PublicAddress address;

    RecruitingController(RecruitingLinks recruitingLinks, LinksPage page, PublicAddress address) {
        this.recruitingLinks = recruitingLinks;
        this.page = page;
        this.address = address;
    }

    /** Makes the recruiting link. This answer alone shows it, as it is with the links of invitations. */
    @PostMapping("/sets/{set}/recruiting-link")
    String recruit(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model) {
        try {
            model.addAttribute(
                    "recruitingLink",
                    address.of(
                            "/recruit/" + recruitingLinks.make(caller, set.id()).text()));
        } catch (Problem problem) {
            problem.tellOn(model);
        }
        return page.show(caller, set, model);
    }

    @GetMapping("/sets/{set}/recruiting-link/revocation")
    String askToStopRecruiting(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model) {
        RecruitingLinks.RecruitingView link = recruitingLinks
                .of(caller, set.id())
                .filter(RecruitingLinks.RecruitingView::valid)
                .orElseThrow(() -> Problem.notFound("recruiting link"));
        return new Confirmation(
                        "Revoke the recruiting link?",
                        List.of(
                                "Nobody else will be able to join by it. People whom the recruiter sends from now on will be told so.",
                                Numbers.count(link.joined(), "person has", "people have") + " a slot by it, and "
                                        + Numbers.whole(link.done())
                                        + " of them have finished. They can go on, and all answers stay.",
                                "You can restore the link within a day; after that it will be lost for good, and the recruiter will need"
                                        + " a new one."),
                        "/sets/" + set.id() + "/recruiting-link/revocation",
                        "Revoke the recruiting link",
                        "/sets/" + set.id() + "/invitations")
                .show(model);
    }

    @BackTo("/sets/{set}/invitations")
    @PostMapping("/sets/{set}/recruiting-link/restoration")
    String goOnRecruiting(@AuthenticationPrincipal Caller caller, @Visible SetView set, RedirectAttributes flash) {
        recruitingLinks.restore(caller, set.id());
        flash.addFlashAttribute("done", "The recruiting link works again.");
        Undo.by("/sets/" + set.id() + "/recruiting-link/revocation").offer(flash);
        return "redirect:/sets/" + set.id() + "/invitations";
    }

    @PostMapping("/sets/{set}/recruiting-link/revocation")
    String stopRecruiting(@AuthenticationPrincipal Caller caller, @Visible SetView set, RedirectAttributes flash) {
        recruitingLinks.revoke(caller, set.id());
        flash.addFlashAttribute("done", "The recruiting link is revoked. People who have a slot can go on.");
        Undo.by("/sets/" + set.id() + "/recruiting-link/restoration").offer(flash);
        return "redirect:/sets/" + set.id() + "/invitations";
    }
}
