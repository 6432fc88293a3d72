package org.c25.sets;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.studies.Studies;
import org.c25.web.Confirmation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which staff change what is said of a set, or delete it. */
@Controller
class SetChangeController {

    private final Studies studies;
    private final Sets sets;
    private final SetDeletion deletion;
    private final SetPeople people;

    SetChangeController(Studies studies, Sets sets, SetDeletion deletion, SetPeople people) {
        this.studies = studies;
        this.sets = sets;
        this.deletion = deletion;
        this.people = people;
    }

    @GetMapping("/sets/{set}/change")
    String form(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model) {
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("kinds", SetKind.values());
        if (!model.containsAttribute("name")) {
            model.addAttribute("name", set.name());
        }
        return "sets/change";
    }

    @PostMapping("/sets/{set}/change")
    String change(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String kind,
            Model model,
            RedirectAttributes flash) {
        try {
            SetView now = sets.change(
                    caller,
                    set.id(),
                    name == null ? set.name() : SetName.read(name),
                    kind == null ? set.kind() : SetKind.named(kind));
            flash.addFlashAttribute("done", now.title() + ": the change is stored.");
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("name", name);
            return form(caller, set, model);
        }
        return "redirect:/sets/" + set.id();
    }

    @GetMapping("/sets/{set}/deletion")
    String askToDelete(@Visible SetView set, Model model) {
        return new Confirmation(
                        "Delete " + set.title() + "?",
                        List.of(
                                "The set with its " + Numbers.count(set.items(), "image")
                                        + " will be gone, with its links, and what models said of it. Nothing brings it back.",
                                "Files of images that no other set has will be deleted from the server.",
                                people.anyIn(set.id())
                                        ? "People have joined. If one of them has answered, the set stays; else their links"
                                                + " will not work any more."
                                        : "Nobody has joined. Links that you have sent will not work any more."),
                        "/sets/" + set.id() + "/deletion",
                        "Delete the set",
                        "/sets/" + set.id() + "/change")
                .ofNoReturn()
                .show(model);
    }

    @PostMapping("/sets/{set}/deletion")
    String delete(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model, RedirectAttributes flash) {
        try {
            deletion.delete(caller, set.id());
        } catch (Problem problem) {
            problem.tellOn(model);
            return form(caller, set, model);
        }
        flash.addFlashAttribute("done", set.title() + " is deleted.");
        return "redirect:/studies/" + set.studyId();
    }
}
