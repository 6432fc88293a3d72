package org.c25.progress;

import org.c25.accounts.Caller;
import org.c25.enrolment.ParticipantStatus;
import org.c25.enrolment.Replacements;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The slots of a set, and one slot: who was in it, why they are not any more, and a way to give it on. */
@Controller
class SlotController {

    private final SlotLives lives;
    private final Replacements replacements;
    private final Sets sets;
    private final Studies studies;

    SlotController(SlotLives lives, Replacements replacements, Sets sets, Studies studies) {
        this.lives = lives;
        this.replacements = replacements;
        this.sets = sets;
        this.studies = studies;
    }

    @GetMapping("/sets/{id}/slots")
    String all(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        model.addAttribute("slots", lives.all(caller, id));
        addSet(caller, id, model);
        return "progress/slots";
    }

    @GetMapping("/sets/{id}/slots/{slot}")
    String one(@AuthenticationPrincipal Caller caller, @PathVariable long id, @PathVariable int slot, Model model) {
        SlotLives.SlotLife life = lives.of(caller, id, slot);
        model.addAttribute("slot", life.line());
        model.addAttribute("stays", life.stays());
        model.addAttribute("noteMax", Replacements.NOTE_MAX);
        addSet(caller, id, model);
        return "progress/slot";
    }

    private void addSet(Caller caller, long id, Model model) {
        SetView set = sets.require(caller, id);
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
    }

    /** {@code participant}: who the page showed, so that nobody else loses the place. */
    @PostMapping("/sets/{id}/slots/{slot}/release")
    String release(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable int slot,
            @RequestParam(required = false) @Nullable Long participant,
            @RequestParam(required = false) @Nullable String note,
            Model model,
            RedirectAttributes flash) {
        try {
            ParticipantStatus after = replacements.release(caller, id, slot, participant, note);
            flash.addFlashAttribute(
                    "done",
                    "participant" + slot + " is free. "
                            + (after == ParticipantStatus.REPLACED
                                    ? "Who had finished keeps the completion code."
                                    : "Who was at work reads so when they come back."));
            return "redirect:/sets/" + id + "/slots/" + slot;
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("note", note);
            return one(caller, id, slot, model);
        }
    }
}
