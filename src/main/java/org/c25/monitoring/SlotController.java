package org.c25.monitoring;

import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Replacements;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the slots of a set, and one slot: who was in it, why they are not any more, and a way to give it on. */
@Controller
class SlotController {

    private final SlotOccupancies occupancies;
    private final Replacements replacements;
    private final Studies studies;

    SlotController(SlotOccupancies occupancies, Replacements replacements, Studies studies) {
        this.occupancies = occupancies;
        this.replacements = replacements;
        this.studies = studies;
    }

    @GetMapping("/sets/{set}/slots")
    String all(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model) {
        model.addAttribute("slots", occupancies.all(caller, set.id()));
        addSet(caller, set, model);
        return "monitoring/slots";
    }

    @GetMapping("/sets/{set}/slots/{slot}")
    String one(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable int slot, Model model) {
        SlotOccupancies.SlotLife life = occupancies.of(caller, set.id(), slot);
        model.addAttribute("slot", life.line());
        model.addAttribute("occupancies", life.occupancies());
        model.addAttribute("noteMax", Replacements.NOTE_MAX);
        addSet(caller, set, model);
        return "monitoring/slot";
    }

    private void addSet(Caller caller, SetView set, Model model) {
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
    }

    /** Frees a slot. {@code participant} is the person whom the page showed, so that nobody else loses the slot. */
    @PostMapping("/sets/{set}/slots/{slot}/release")
    String release(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int slot,
            @RequestParam(required = false) @Nullable Long participant,
            @RequestParam(required = false) @Nullable String note,
            Model model,
            RedirectAttributes flash) {
        try {
            ParticipantStatus after = replacements.release(caller, set.id(), slot, participant, note);
            flash.addFlashAttribute(
                    "done",
                    "participant" + slot + " is free. "
                            + (after == ParticipantStatus.REPLACED
                                    ? "Who had finished keeps the completion code."
                                    : "Who was at work reads so when they come back."));
            return "redirect:/sets/" + set.id() + "/slots/" + slot;
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("note", note);
            return one(caller, set, slot, model);
        }
    }
}
