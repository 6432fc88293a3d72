package org.c25.quality;

import org.c25.accounts.Caller;
import org.c25.web.BackTo;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a set's flags, and what is decided there. */
@Controller
@HeavyStatistics
class QualityController {

    private final Flags flags;

    QualityController(Flags flags) {
        this.flags = flags;
    }

    @GetMapping("/sets/{id}/quality")
    String quality(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        SetQuality found = flags.look(caller, id);
        model.addAttribute("set", found.set());
        model.addAttribute("study", found.study());
        model.addAttribute("quality", found);
        model.addAttribute("rules", Rule.values());
        return "quality/quality";
    }

    /** {@code person}: whom the page has shown in this slot; somebody else may be there by now. */
    @BackTo("/sets/{id}/quality")
    @PostMapping("/sets/{id}/flags/{participant}/{rule}")
    String decide(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable int participant,
            @PathVariable Rule rule,
            @RequestParam @Nullable Long person,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        flags.decide(caller, id, participant, person, rule, decision, note);
        flash.addFlashAttribute(
                "done", "participant" + participant + ", " + rule.title() + ": " + decision.word() + ".");
        return "redirect:/sets/" + id + "/quality#participant" + participant;
    }
}
