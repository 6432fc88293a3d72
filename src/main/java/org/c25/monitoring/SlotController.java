package org.c25.monitoring;

import java.util.Map;
import java.util.OptionalInt;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Replacements;
import org.c25.quality.Decision;
import org.c25.quality.DecisionUndo;
import org.c25.quality.FlagKind;
import org.c25.quality.FlagView;
import org.c25.quality.Flags;
import org.c25.sets.SetView;
import org.c25.web.BackTo;
import org.c25.web.HeavyStatistics;
import org.c25.web.TableQuery;
import org.c25.web.Undo;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the page of a slot, on which staff decide on flags and give the slot on. */
@Controller
class SlotController {

    private final SlotPage slotPage;
    private final Flags flags;
    private final DecisionUndo undo;
    private final Replacements replacements;

    SlotController(SlotPage slotPage, Flags flags, DecisionUndo undo, Replacements replacements) {
        this.slotPage = slotPage;
        this.flags = flags;
        this.undo = undo;
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
            @ModelAttribute("query") TableQuery query,
            Model model) {
        return slotPage.show(caller, set, slot, new SlotPage.Wanted(person, answers, page, without, query), model);
    }

    /** Decides on a flag. {@code person} is the id of the participant whom the page has shown in this slot. */
    @HeavyStatistics
    @BackTo(
            value = "/sets/{set}/slots/{slot}",
            keeping = {"q", "status", "sort"})
    @PostMapping("/sets/{set}/slots/{slot}/flags/{rule}")
    String decide(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int slot,
            @PathVariable FlagKind rule,
            @RequestParam @Nullable Long person,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String note,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        FlagView decided = flags.decide(caller, set.id(), slot, person, rule, decision, note);
        flash.addFlashAttribute(
                "done",
                rule.title() + ": " + decision.word() + "."
                        + (decision == Decision.ACCEPTED
                                ? " That excludes nobody: below, you can leave the person out or replace them."
                                : ""));
        DecisionUndo.of(decided, path(set, slot) + "/flags/" + rule).offer(flash);
        return "redirect:" + query.in(path(set, slot));
    }

    /** Takes back the decision with this id, which was made on the participant with the id {@code person}. */
    @BackTo("/sets/{set}/slots/{slot}")
    @PostMapping("/sets/{set}/slots/{slot}/flags/{rule}/taking-back")
    String takeBack(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int slot,
            @PathVariable FlagKind rule,
            @RequestParam long person,
            @RequestParam long decision,
            RedirectAttributes flash) {
        undo.takeBack(caller, set.id(), slot, person, rule, decision);
        flash.addFlashAttribute("done", rule.title() + ": the decision is taken back.");
        return "redirect:" + path(set, slot);
    }

    /** Puts somebody back into the slot that was freed, as long as nobody else has answered there. */
    @BackTo("/sets/{set}/slots/{slot}")
    @PostMapping("/sets/{set}/slots/{slot}/putting-back")
    String putBack(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int slot,
            @RequestParam long participant,
            RedirectAttributes flash) {
        OptionalInt moved = replacements.putBack(caller, set.id(), slot, participant);
        flash.addFlashAttribute(
                "done",
                "#" + participant + " is in this slot again, and their answers count."
                        + (moved.isPresent()
                                ? " Who had the slot since had not answered, and is participant" + moved.getAsInt()
                                        + " now."
                                : ""));
        return "redirect:" + path(set, slot);
    }

    /** Frees a slot. {@code participant} is the person whom the page showed, so that nobody else loses the slot. */
    @PostMapping("/sets/{set}/slots/{slot}/release")
    String release(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int slot,
            @RequestParam(required = false) @Nullable Long participant,
            @RequestParam(required = false) @Nullable String note,
            @ModelAttribute("query") TableQuery query,
            Model model,
            RedirectAttributes flash) {
        try {
            Replacements.Freed freed = replacements.release(caller, set.id(), slot, participant, note);
            flash.addFlashAttribute(
                    "done",
                    "participant" + slot + " is free. "
                            + (freed.status() == ParticipantStatus.REPLACED
                                    ? "The person had finished, and keeps the completion code."
                                    : "The person is told so when they come back."));
            new Undo(path(set, slot) + "/putting-back", Map.of("participant", String.valueOf(freed.participant())))
                    .offer(flash);
            return "redirect:" + query.in(path(set, slot));
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("note", note);
            return slotPage.show(caller, set, slot, SlotPage.Wanted.usual(query), model);
        }
    }

    private static String path(SetView set, int slot) {
        return "/sets/" + set.id() + "/slots/" + slot;
    }
}
