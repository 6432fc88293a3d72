package org.c25.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.monitoring.SlotOccupancies.Occupant;
import org.c25.monitoring.SlotOccupancies.SlotLine;
import org.c25.participation.Replacements;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
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

/** Shows the slots of a set, and releases several of them at once, which can be undone. */
@Controller
class SlotsController {

    private final SlotOccupancies occupancies;
    private final Replacements replacements;
    private final Studies studies;

    SlotsController(SlotOccupancies occupancies, Replacements replacements, Studies studies) {
        this.occupancies = occupancies;
        this.replacements = replacements;
        this.studies = studies;
    }

    @GetMapping("/sets/{set}/slots")
    String all(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ModelAttribute("query") TableQuery query,
            Model model) {
        model.addAttribute("table", SlotTables.SLOTS.view(path(set), occupancies.all(caller, set.id()), query));
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        return "monitoring/slots";
    }

    /**
     * Asks before slots are released.
     *
     * @param slot the slots that are ticked
     * @param all whether all slots are meant that the filter shows
     */
    @GetMapping("/sets/{set}/slots/release")
    String askToRelease(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(required = false) @Nullable List<Integer> slot,
            @RequestParam(defaultValue = "false") boolean all,
            @ModelAttribute("query") TableQuery query,
            Model model,
            RedirectAttributes flash) {
        List<SlotLine> meant = SlotTables.SLOTS.meant(
                occupancies.all(caller, set.id()), query, all, line -> slot != null && slot.contains(line.slot()));
        if (meant.isEmpty()) {
            flash.addFlashAttribute("refused", "First tick the slots that you want to release.");
            return "redirect:" + query.in(path(set));
        }
        return ask(set, meant, query, null, model);
    }

    private static String ask(SetView set, List<SlotLine> meant, TableQuery query, @Nullable String note, Model model) {
        List<Line> affected = new ArrayList<>();
        List<Line> passedOver = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (SlotLine line : meant) {
            Occupant who = line.occupant();
            if (who == null) {
                passedOver.add(new Line(name(line.slot()), "The slot is free: nobody has it."));
            } else {
                affected.add(new Line(name(line.slot()), fate(who)));
                seen.add(line.slot() + ":" + who.participant());
            }
        }
        Map<String, List<String>> fields = new HashMap<>(query.fields());
        fields.put("seen", List.of(String.join(",", seen)));
        String slots = Numbers.count(affected.size(), "slot");
        return new BulkConfirmation(
                        "Release " + slots + " of " + set.title() + "?",
                        List.of(
                                "The slots will be free at once, for whoever comes next or waits.",
                                "The answers will be kept, marked, and will be in no file, statistic or count.",
                                "You can undo it until somebody else answers in a slot, or it is kept for somebody on the waiting"
                                        + " list.",
                                "People who were at work and come back will go on where they were, as long as the set is open"
                                        + " and a slot is free. If you don't want that, revoke their links, too."),
                        affected,
                        passedOver,
                        path(set) + "/release",
                        fields,
                        new BulkConfirmation.Note(
                                "Why? The history of each slot and the audit will show it.",
                                "Each person finds it in the copy of their data: write nothing that tells who they are.",
                                Replacements.NOTE_MAX,
                                note),
                        "Release " + slots,
                        query.in(path(set)))
                .show(model);
    }

    /** Returns what will happen to somebody. */
    private static String fate(Occupant who) {
        String answers = Numbers.count(who.answered(), "answer") + " will leave the files.";
        return switch (who.status()) {
            case COMPLETED -> "Has finished. Will be replaced, and will keep the completion code. " + answers;
            case IMPORTED -> "Came from a file. " + answers;
            default ->
                (who.stalledAt() == null ? "Is at work" : "Has stalled") + " at " + Numbers.whole(who.answered()) + "/"
                        + Numbers.whole(who.total()) + ". Will lose the slot. " + answers;
        };
    }

    /**
     * Releases slots, each by itself: whoever was seen in a slot and is not in it any more is passed over, so that to
     * send this twice does no more.
     *
     * @param seen slots and the numbers of the people seen in them, such as {@code 3:17,4:19}
     */
    @LongBody
    @PostMapping("/sets/{set}/slots/release")
    String release(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam List<String> seen,
            @RequestParam(defaultValue = "") String note,
            @ModelAttribute("query") TableQuery query,
            Model model,
            RedirectAttributes flash) {
        SortedMap<Integer, Long> people = people(seen);
        try {
            Replacements.requireNote(note);
        } catch (Problem problem) {
            problem.tellOn(model);
            List<SlotLine> meant = occupancies.all(caller, set.id()).stream()
                    .filter(line -> people.containsKey(line.slot()))
                    .toList();
            return ask(set, meant, query, note, model);
        }
        BulkOutcome outcome = new BulkOutcome();
        List<String> freed = new ArrayList<>();
        people.forEach((slot, person) -> {
            if (outcome.attempt(name(slot), () -> replacements.release(caller, set.id(), slot, person, note))) {
                freed.add(slot + ":" + person);
            }
        });
        outcome.tell(flash, "is free", "are free");
        if (!freed.isEmpty()) {
            new Undo(query.in(path(set) + "/putting-back"), Map.of("seen", String.join(",", freed))).offer(flash);
        }
        return "redirect:" + query.in(path(set));
    }

    /** Puts people back into the slots that were freed, each by themselves; {@code seen} is as for the release. */
    @LongBody
    @BackTo(
            value = "/sets/{set}/slots",
            keeping = {"q", "status", "sort", "page"})
    @PostMapping("/sets/{set}/slots/putting-back")
    String putBack(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam List<String> seen,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        BulkOutcome outcome = new BulkOutcome();
        people(seen)
                .forEach((slot, person) ->
                        outcome.attempt(name(slot), () -> replacements.putBack(caller, set.id(), slot, person)));
        outcome.tell(flash, "has its person again", "have their people again");
        return "redirect:" + query.in(path(set));
    }

    /** Returns the person of each slot, in the order of the slots. */
    private static SortedMap<Integer, Long> people(List<String> seen) {
        SortedMap<Integer, Long> people = new TreeMap<>();
        for (String one : seen) {
            if (!one.matches("\\d{1,9}:\\d{1,18}")) {
                throw Problem.invalid("seen", "give slots and people, such as 3:17");
            }
            String[] parts = one.split(":");
            people.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
        return people;
    }

    private static String path(SetView set) {
        return "/sets/" + set.id() + "/slots";
    }

    private static String name(int slot) {
        return "participant" + slot;
    }
}
