package org.c25.quality;

import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.sets.SetView;
import org.c25.web.BackTo;
import org.c25.web.HeavyStatistics;
import org.c25.web.TableQuery;
import org.c25.web.TableView;
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

/** Shows the page of a set's flags, and takes the decisions made there. */
@Controller
@HeavyStatistics
class QualityController {

    private final Flags flags;

    QualityController(Flags flags) {
        this.flags = flags;
    }

    @GetMapping("/sets/{set}/quality")
    String quality(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ModelAttribute("query") TableQuery query,
            Model model) {
        SetQuality found = flags.look(caller, set.id());
        TableView<PersonQuality> table = QualityTable.PEOPLE.view(path(set), found.people(), query);
        model.addAttribute("table", table);
        model.addAttribute(
                "shown",
                table.rows().stream()
                        .filter(person -> !person.flags().isEmpty())
                        .toList());
        model.addAttribute("set", found.set());
        model.addAttribute("study", found.study());
        model.addAttribute("quality", found);
        model.addAttribute("rules", FlagKind.values());
        return "quality/quality";
    }

    /**
     * Decides on a flag. {@code person} is the id of the participant whom the page has shown in this slot; somebody
     * else may be there by now.
     */
    @BackTo(
            value = "/sets/{set}/quality",
            keeping = {"q", "status", "sort"})
    @PostMapping("/sets/{set}/flags/{participant}/{rule}")
    String decide(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int participant,
            @PathVariable FlagKind rule,
            @RequestParam @Nullable Long person,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String note,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        flags.decide(caller, set.id(), participant, person, rule, decision, note);
        flash.addFlashAttribute(
                "done", "participant" + participant + ", " + rule.title() + ": " + decision.word() + ".");
        return "redirect:" + query.in(path(set)) + "#participant" + participant;
    }

    private static String path(SetView set) {
        return "/sets/" + set.id() + "/quality";
    }
}
