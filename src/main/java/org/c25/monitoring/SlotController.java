package org.c25.monitoring;

import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Replacements;
import org.c25.quality.Decision;
import org.c25.quality.FlagKind;
import org.c25.quality.Flags;
import org.c25.sets.SetView;
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

/** Shows the page of a slot, on which staff decide on flags and give the slot on. */
@Controller
class SlotController {

    private final SlotPage slotPage;
    private final Flags flags;
    private final Replacements replacements;

    SlotController(SlotPage slotPage, Flags flags, Replacements replacements) {
        this.slotPage = slotPage;
        this.flags = flags;
        this.replacements = replacements;
    }

    /** Shows one slot. What is shown of the person's answers stands in the address, as in {@link SlotPage.Wanted}. */
    @HeavyStatistics
    @GetMapping("/sets/{set}/slots/{slot}")
    String one(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int slot,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(required = false) @Nullable String answers,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean without,
            Model model) {
        return slotPage.show(caller, set, slot, new SlotPage.Wanted(person, answers, page, without), model);
    }

    /** Decides on a flag. {@code person} is the id of the participant whom the page has shown in this slot. */
    @HeavyStatistics
    @BackTo("/sets/{set}/slots/{slot}")
    @PostMapping("/sets/{set}/slots/{slot}/flags/{rule}")
    String decide(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int slot,
            @PathVariable FlagKind rule,
            @RequestParam @Nullable Long person,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        flags.decide(caller, set.id(), slot, person, rule, decision, note);
        flash.addFlashAttribute(
                "done",
                rule.title() + ": " + decision.word() + "."
                        + (decision == Decision.ACCEPTED
                                ? " That excludes nobody: below, you can leave the person out or replace them."
                                : ""));
        return "redirect:/sets/" + set.id() + "/slots/" + slot;
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
                                    ? "The person had finished, and keeps the completion code."
                                    : "The person is told so when they come back."));
            return "redirect:/sets/" + set.id() + "/slots/" + slot;
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("note", note);
            return slotPage.show(caller, set, slot, SlotPage.Wanted.USUAL, model);
        }
    }
}
